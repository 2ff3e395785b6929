package org.converge4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Stopping;
import org.converge4j.experiment.training.Target;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.junit.jupiter.api.Test;

/** What ends a run early ends it there, and what it did until then is kept as a shorter budget would have left it. */
class StoppingTest {
    private static final int LONG = 1_000_000;

    private final Catalog catalog = Catalog.load(getClass().getClassLoader());
    private final Problem iris =
            new Problem("iris", new Choice("iris", Map.of()), new Choice("linear", Map.of()), List.of());
    private final LoadedProblem loaded = LoadedProblem.load(iris, catalog, Path.of(""));

    @Test
    void a_run_ends_at_the_first_step_whose_loss_is_the_target() {
        RunRecord stopped = train(500, at(new Target(Target.Kind.FRACTION, 0.5, Metric.LOSS)));

        assertThat(stopped.outcome()).isEqualTo(Outcome.TARGET_REACHED);
        assertThat(stopped.steps()).isBetween(2, 499);
        double half = stopped.curve().first() / 2; // no floor is known of a cross-entropy
        assertThat(stopped.curve().last()).isLessThanOrEqualTo(half);
        assertThat(stopped.curve().loss(stopped.steps() - 1)).isGreaterThan(half);
        isAsShort(stopped);
    }

    @Test
    void a_run_ends_where_the_test_accuracy_is_first_seen_to_be_the_target() {
        RunRecord stopped = train(500, at(new Target(Target.Kind.METRIC, 0.8, Metric.TEST_ACCURACY)));

        assertThat(stopped.outcome()).isEqualTo(Outcome.TARGET_REACHED);
        List<Double> seen = stopped.metrics().values().getOrDefault(Metric.TEST_ACCURACY, List.of());
        int last = seen.size() - 1;
        assertThat(stopped.metrics().steps().get(last)).isEqualTo(stopped.steps());
        assertThat(seen.get(last)).isGreaterThanOrEqualTo(0.8);
        assertThat(seen.subList(0, last)).isNotEmpty().allMatch(accuracy -> accuracy < 0.8);
        isAsShort(stopped);
    }

    @Test
    void a_run_whose_time_is_over_keeps_its_curve() {
        RunRecord stopped = train(LONG, new Stopping(Optional.empty(), Optional.of(0.05)));

        assertThat(stopped.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(stopped.reason()).isEqualTo("its time limit was over after step " + stopped.steps());
        assertThat(stopped.steps()).isBetween(1, LONG - 1);
        assertThat(stopped.curve().size()).isEqualTo(stopped.steps() + 1);
        assertThat(stopped.curve().last()).isFinite().isLessThan(stopped.curve().first());
        isAsShort(stopped);
    }

    /** The same as a run that had no more steps to spend. */
    private void isAsShort(RunRecord stopped) {
        RunRecord whole = train(stopped.steps(), Stopping.NEVER);
        assertThat(whole.outcome()).isEqualTo(Outcome.BUDGET_SPENT);
        assertThat(stopped.curve()).isEqualTo(whole.curve());
        assertThat(stopped.parameters()).isNotEmpty().isEqualTo(whole.parameters());
    }

    private static Stopping at(Target target) {
        return new Stopping(Optional.of(target), Optional.empty());
    }

    private RunRecord train(int steps, Stopping stopping) {
        Training training =
                new Training(new Budget(Budget.Unit.STEPS, steps), 0, Precision.DOUBLE, Recording.EVERY_STEP, stopping);
        Choice sgd = new Choice("sgd", Map.of("learningRate", 0.1));
        List<RunRecord> records = new ArrayList<>();
        new TrainingLoop(catalog, Environments.here(), List.of())
                .train(loaded, List.of(new RunSpec(new Trial("sgd", iris, sgd, training), 1)), records::add, s -> {});
        return records.get(0);
    }
}
