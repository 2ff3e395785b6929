package org.converge4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Target;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.result.Crossing;
import org.converge4j.result.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps to a target do not depend on which steps are recorded, wherever every loss is known. */
class CrossingsTest {
    private static final int BUDGET = 60;
    private static final List<Target> TARGETS =
            List.of(Target.of(Metric.LOSS, 0.9), Target.of(Metric.LOSS, 0.7), Target.of(Metric.LOSS, 1e-9));

    private final Catalog catalog = Catalog.load(getClass().getClassLoader());

    /** Softplus is no activation that a stack computes. */
    @ParameterizedTest
    @CsvSource({"TANH, StackedTrainer", "SOFTPLUS, 'NetworkTrainer, passes by the layer engine'"})
    void they_are_those_of_the_curve_of_every_step(String activation, String trainer) {
        RunRecord whole = train(activation, 0, Recording.EVERY_STEP, TARGETS);
        RunRecord spaced = train(activation, 0, Recording.LOG_SPACED, TARGETS);

        assertThat(spaced.trainer()).isEqualTo(trainer);
        assertThat(spaced.curve().size()).isLessThan(whole.curve().size());
        assertThat(spaced.crossings())
                .containsExactly(
                        new Crossing(TARGETS.get(0), first(whole, 0.9)),
                        new Crossing(TARGETS.get(1), first(whole, 0.7)),
                        new Crossing(TARGETS.get(2), Optional.empty()));
        assertThat(first(whole, 0.7))
                .hasValueSatisfying(step -> assertThat(step).isBetween(2, BUDGET));
        assertThat(whole.crossings()).isEmpty();
    }

    @Test
    void a_start_below_the_target_has_met_it() {
        assertThat(train("TANH", 0, Recording.LOG_SPACED, List.of(Target.of(Metric.LOSS, 100)))
                        .crossings())
                .containsExactly(new Crossing(Target.of(Metric.LOSS, 100), Optional.of(0)));
    }

    /** A fraction of an excess that nobody knows, another metric, and a loss that a batch does not tell. */
    @Test
    void what_is_not_known_at_every_step_is_not_watched() {
        Target unknown = new Target(Target.Kind.FRACTION, 0.5);
        Target metric = Target.of(Metric.ACCURACY, 0.5);

        assertThat(train("TANH", 0, Recording.LOG_SPACED, List.of(unknown, metric))
                        .crossings())
                .isEmpty();
        assertThat(train("TANH", 16, Recording.LOG_SPACED, TARGETS).crossings()).isEmpty();
    }

    private static Optional<Integer> first(RunRecord run, double loss) {
        return IntStream.range(0, run.curve().size())
                .filter(i -> run.curve().loss(i) <= loss)
                .boxed()
                .findFirst();
    }

    private RunRecord train(String activation, int batch, Recording recording, List<Target> targets) {
        Problem iris = new Problem(
                "iris",
                new Choice("iris", Map.of()),
                new Choice(
                        "mlp",
                        Map.of("hidden", List.of(4), "activation", activation.toLowerCase(java.util.Locale.ROOT))),
                List.of());
        Training training = new Training(new Budget(Budget.Unit.STEPS, BUDGET), batch, Precision.DOUBLE, recording);
        Trial trial = new Trial("sgd", iris, new Choice("sgd", Map.of("learningRate", 0.3)), training);
        List<RunRecord> records = new ArrayList<>();
        new TrainingLoop(catalog, Environments.here(), targets)
                .train(
                        LoadedProblem.load(iris, catalog, Path.of("")),
                        List.of(new RunSpec(trial, 1)),
                        records::add,
                        steps -> {});
        return records.get(0);
    }
}
