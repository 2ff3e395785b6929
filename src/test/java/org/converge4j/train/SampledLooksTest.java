package org.converge4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.converge4j.experiment.training.Looking;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.result.Curve;
import org.converge4j.result.RunRecord;
import org.converge4j.result.Sampled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is looked at on a sample, beside the same run looked at whole. */
class SampledLooksTest {
    private static final int ROWS = 400;

    private final Catalog catalog = Catalog.load(getClass().getClassLoader());
    private final LoadedProblem loaded = LoadedProblem.load(
            new Problem(
                    "spirals",
                    new Choice("spirals", Map.of("rows", 500, "testFraction", 0.2)),
                    new Choice("mlp", Map.of("hidden", List.of(8))),
                    List.of()),
            catalog,
            Path.of(""));

    @ParameterizedTest
    @ValueSource(ints = {50, 399})
    void losses_of_a_sample_are_within_a_few_of_their_standard_errors_and_the_last_is_that_of_all_rows(int rows) {
        RunRecord whole = train(Optional.empty());
        RunRecord sampled = train(Optional.of(new Looking(Optional.of(rows), Optional.of(10))));

        Sampled sample = sampled.sampled().orElseThrow();
        assertThat(sample.rows()).isEqualTo(rows);
        assertThat(sample.testRows()).isEqualTo(Math.min(rows, 100));
        Curve curve = sampled.curve();
        assertThat(curve.size()).isEqualTo(10);
        assertThat(sample.errors()).hasSize(9);
        for (int i = 0; i < 9; i++) {
            double loss = whole.curve().loss(curve.step(i));
            assertThat(sample.errors().get(i)).isPositive();
            assertThat(curve.loss(i))
                    .isNotEqualTo(loss)
                    .isCloseTo(loss, within(5 * sample.errors().get(i)));
        }
        assertThat(curve.last()).isEqualTo(whole.curve().last(), within(1e-12));
        assertThat(sampled.parameters()).isEqualTo(whole.parameters());
        assertThat(sampled.metrics().steps()).hasSize(10);
        assertThat(sampled.metrics().last(Metric.TEST_ACCURACY))
                .isEqualTo(whole.metrics().last(Metric.TEST_ACCURACY));
    }

    @Test
    void fewer_looks_at_all_rows_are_no_sample() {
        RunRecord looked = train(Optional.of(new Looking(Optional.of(0), Optional.of(10))));

        assertThat(looked.sampled()).isEmpty();
        RunRecord whole = train(Optional.empty());
        for (int i = 0; i < looked.curve().size(); i++) {
            assertThat(looked.curve().loss(i))
                    .isEqualTo(whole.curve().loss(looked.curve().step(i)), within(1e-12));
        }
    }

    private RunRecord train(Optional<Looking> looking) {
        Training training = new Training(new Budget(Budget.Unit.STEPS, 200), 16, Precision.DOUBLE, Recording.EVERY_STEP)
                .looked(looking);
        Trial trial = new Trial(
                "sgd",
                new Problem("spirals", new Choice("spirals", Map.of()), new Choice("mlp", Map.of()), List.of()),
                new Choice("sgd", Map.of("learningRate", 0.5)),
                training);
        List<RunRecord> records = new ArrayList<>();
        new TrainingLoop(catalog, Environments.here(), List.of())
                .train(loaded, List.of(new RunSpec(trial, 1)), records::add, steps -> {});
        assertThat(loaded.data().rows()).isEqualTo(ROWS);
        return records.get(0);
    }
}
