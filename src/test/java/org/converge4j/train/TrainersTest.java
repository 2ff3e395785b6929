package org.converge4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who trains dense networks, by what was measured ({@code Widths} of the benchmarks): products a step are written beside each. */
class TrainersTest {
    private final Catalog catalog = Catalog.load(getClass().getClassLoader());

    @ParameterizedTest
    @CsvSource({
        "32, 32, 4, 200, 110, false", // 110 · 1188 = 130,680
        "32, 32, 4, 200, 111, true", // 131,868 > 2¹⁷
        "32, 32, 4, 111, 0, true", // all rows: a layer of 32 and 32
        "32, 31, 4, 120, 0, false", // 138,120, the widest layer 32 and 31
        "32, 31, 4, 200, 120, true", // the same in batches: 1151 a row
        "100, 8, 1, 200, 170, false", // 170 · 817 = 138,890: less than 2¹⁰ a row
        "130, 8, 1, 200, 130, true", // 130 · 1057 = 137,410
        "784, 0, 10, 100, 64, true", // 64 · 7850 = 502,400
        "784, 0, 10, 64, 0, false",
        "784, 0, 10, 140, 0, true" // 1,099,000 > 2²⁰
    })
    void wide_networks_go_through_the_layer_engine(
            int inputs, int hidden, int outputs, int rows, int batch, boolean byEngine) {
        Choice data = new Choice("randn", Map.of("rows", rows, "features", inputs, "targets", outputs));
        Choice network =
                hidden == 0 ? new Choice("linear", Map.of()) : new Choice("mlp", Map.of("hidden", List.of(hidden)));
        Problem problem = new Problem("p", data, network, List.of());
        Training training =
                new Training(new Budget(Budget.Unit.STEPS, 1), batch, Precision.FLOAT, Recording.EVERY_STEP);
        LoadedProblem loaded = LoadedProblem.load(problem, catalog, Path.of(""));
        Trial trial = new Trial("sgd", problem, new Choice("sgd", Map.of("learningRate", 0.1)), training);

        try (Trainer trainer =
                Trainers.of(loaded, training, List.of(Replica.of(new RunSpec(trial, 1), loaded, catalog)))) {
            assertThat(trainer.name())
                    .isEqualTo(byEngine ? "NetworkTrainer, passes by the layer engine" : "StackedTrainer");
        }
    }
}
