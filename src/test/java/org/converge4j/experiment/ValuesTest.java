package org.converge4j.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Target;
import org.converge4j.experiment.training.Training;
import org.junit.jupiter.api.Test;

/** What the values of an experiment mean. */
class ValuesTest {
    private static final Problem PROBLEM =
            new Problem("p", new Choice("randn", Map.of()), new Choice("linear", Map.of()), List.of());

    @Test
    void a_fraction_is_of_the_excess_and_a_loss_is_itself() {
        assertThat(new Target(Target.Kind.FRACTION, 0.1).loss(12, 2)).isEqualTo(3); // 2 + 0.1 · (12 − 2)
        assertThat(new Target(Target.Kind.LOSS, 0.1).loss(12, 2)).isEqualTo(0.1);
    }

    @Test
    void a_metric_is_reached_from_its_own_side() {
        Target accuracy = Target.of(Metric.ACCURACY, 0.9);
        assertThat(accuracy.kind()).isEqualTo(Target.Kind.METRIC);
        assertThat(accuracy.isReachedBy(0.9)).isTrue();
        assertThat(accuracy.isReachedBy(0.95)).isTrue();
        assertThat(accuracy.isReachedBy(0.85)).isFalse();
        Target error = Target.of(Metric.TEST_RMSE, 2);
        assertThat(error.isReachedBy(2)).isTrue();
        assertThat(error.isReachedBy(1)).isTrue();
        assertThat(error.isReachedBy(2.5)).isFalse();
        assertThat(Target.of(Metric.LOSS, 2)).isEqualTo(new Target(Target.Kind.LOSS, 2));
    }

    @Test
    void metrics_are_spelled_as_in_files() {
        assertThat(Metric.spelled("testAccuracy")).contains(Metric.TEST_ACCURACY);
        assertThat(Metric.spelled("test accuracy")).isEmpty();
        assertThat(Metric.TEST_ACCURACY.key()).isEqualTo("testAccuracy");
        assertThat(Metric.TEST_ACCURACY.isOfTest()).isTrue();
        assertThat(Metric.ACCURACY.isOfTest()).isFalse();
    }

    @Test
    void an_epoch_has_as_many_steps_as_batches_the_last_of_which_may_be_smaller() {
        Training epochs = training(new Budget(Budget.Unit.EPOCHS, 3), 4);
        assertThat(epochs.steps(10)).isEqualTo(9); // 4 + 4 + 2 rows, three times
        assertThat(epochs.steps(8)).isEqualTo(6);
        assertThat(epochs.steps(2)).isEqualTo(3);
        assertThat(epochs.batchSize(10)).isEqualTo(4);
        assertThat(epochs.batchSize(2)).isEqualTo(2);
        assertThat(training(new Budget(Budget.Unit.EPOCHS, 3), 0).steps(10)).isEqualTo(3);
        assertThat(training(new Budget(Budget.Unit.EPOCHS, 3), 0).batchSize(10)).isEqualTo(10);
        assertThat(training(new Budget(Budget.Unit.STEPS, 7), 4).steps(10)).isEqualTo(7);
    }

    @Test
    void curvature_and_precision_are_arithmetic() {
        assertThat(new Curvature(8, 2).condition()).isEqualTo(4);
        // a step of the best rate multiplies the excess by ((κ − 1) / (κ + 1))²: a quarter at κ = 3; for large κ by 1 −
        // 4/κ
        assertThat(new Curvature(3, 1).stepsPerTenfold()).isEqualTo(Math.log(10) / Math.log(4), within(1e-12));
        assertThat(new Curvature(1e16, 1).stepsPerTenfold()).isEqualTo(1e16 * Math.log(10) / 4, within(1e5));
        assertThat(new Curvature(1, 1).stepsPerTenfold()).isZero();
        assertThat(Precision.DOUBLE.bytes()).isEqualTo(8);
        assertThat(Precision.FLOAT.bytes()).isEqualTo(4);
    }

    @Test
    void a_choice_knows_its_rate_and_its_files() {
        Choice choice =
                new Choice("sgd", Map.of("learningRate", 0.5, "file", Map.of("path", "x.csv", "sha256", "abc")));

        assertThat(choice.learningRate()).contains(0.5);
        assertThat(choice.settings()).containsEntry("file", new SourceFile("x.csv", "abc"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Choice("sgd", Map.of("odd", Map.of("path", 1))))
                .withMessage("the setting odd: expected a finite number, a text, a truth or a list, found an object");
        assertThat(choice.with("learningRate", 2).learningRate()).contains(2.0);
        assertThat(choice.with("learningRate", "fast").learningRate()).isEqualTo(Optional.empty());
        Map<String, Object> settings = new HashMap<>();
        settings.put("nothing", null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Choice("sgd", settings))
                .withMessage("the setting nothing: expected a finite number, a text, a truth or a list, found null");
    }

    @Test
    void further_rates_go_to_every_updater_that_has_one_after_its_own_and_none_twice() {
        Experiment experiment = new Experiment(
                "e",
                "",
                List.of(sgd(0.1), sgd(0.01), trial("adaDelta", new Choice("adaDelta", Map.of("rho", 0.9))), adam()),
                List.of(1L, 2L),
                List.of());

        Experiment more = experiment.withRates(List.of(0.1, 0.5));

        assertThat(more.trials())
                .extracting(Trial::label)
                .containsExactly(
                        "sgd learningRate=0.1",
                        "sgd learningRate=0.01",
                        "sgd learningRate=0.5",
                        "adaDelta",
                        "adam",
                        "adam learningRate=0.1",
                        "adam learningRate=0.5");
        assertThat(more.trials().get(2).updater().learningRate()).contains(0.5);
        assertThat(more.runs()).hasSize(14);
        assertThat(more.seeds()).containsExactly(3L, 4L); // 1 and 2 have been looked at
        assertThat(more.runs().subList(0, 7)).allMatch(run -> run.seed() == 3);
        assertThat(more.withRates(List.of(0.1, 0.5))).isEqualTo(more);
        assertThat(experiment.withRates(List.of())).isEqualTo(experiment);
    }

    @Test
    void siblings_share_problem_and_updater() {
        assertThat(sgd(0.1).isSiblingOf(sgd(0.01))).isTrue();
        assertThat(sgd(0.1).isSiblingOf(adam())).isFalse();
        Problem other = new Problem("q", PROBLEM.data(), PROBLEM.network(), List.of());
        Trial elsewhere = new Trial("sgd learningRate=0.1", other, sgd(0.1).updater(), TrainingSamples.steps(3));
        assertThat(sgd(0.1).isSiblingOf(elsewhere)).isFalse();
        assertThat(sgd(0.1).key())
                .hasSize(20)
                .isEqualTo(new RunSpec(sgd(0.1), 0).id())
                .isNotEqualTo(sgd(0.01).key());
    }

    @Test
    void texts_flags_and_numbers_do_not_pass_for_each_other() {
        assertThat(List.of(
                        new RunSpec(trial("x", new Choice("x", Map.of("a", "true"))), 1).id(),
                        new RunSpec(trial("x", new Choice("x", Map.of("a", true))), 1).id(),
                        new RunSpec(trial("x", new Choice("x", Map.of("a", "1"))), 1).id(),
                        new RunSpec(trial("x", new Choice("x", Map.of("a", 1))), 1).id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void each_seed_and_each_purpose_has_a_stream_of_its_own() {
        assertThat(List.of(
                        Randomness.DATA.stream(1).nextLong(),
                        Randomness.DATA.stream(2).nextLong(),
                        Randomness.START.stream(1).nextLong(),
                        Randomness.START.stream(2).nextLong(),
                        Randomness.NOISE.stream(0).nextLong(),
                        Randomness.ORDER.stream(0).nextLong()))
                .doesNotHaveDuplicates();
        assertThat(Randomness.DATA.stream(1).nextLong())
                .isEqualTo(Randomness.DATA.stream(1).nextLong());
    }

    private static Trial sgd(double rate) {
        return trial("sgd learningRate=" + rate, new Choice("sgd", Map.of("learningRate", rate)));
    }

    private static Trial adam() {
        return trial("adam", new Choice("adam", Map.of("learningRate", 0.001)));
    }

    private static Trial trial(String label, Choice updater) {
        return new Trial(label, PROBLEM, updater, TrainingSamples.steps(3));
    }

    private static Training training(Budget budget, int batch) {
        return new Training(budget, batch, Precision.DOUBLE, Recording.EVERY_STEP);
    }
}
