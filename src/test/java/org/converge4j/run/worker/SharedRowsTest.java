package org.converge4j.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.SourceFile;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Looking;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.Numbers;
import org.converge4j.result.RunRecord;
import org.converge4j.train.Environments;
import org.converge4j.train.TrainingLoop;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Training on rows in a file that workers share gives the bits that training on rows of one's own gives. */
class SharedRowsTest {
    private static final Choice SPIRALS = new Choice("spirals", Map.of("rows", 90, "testFraction", 0.3));

    private static final Looking SOME_ROWS = new Looking(Optional.of(20), Optional.of(4));

    private final Catalog catalog = Catalog.load(getClass().getClassLoader());

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "DOUBLE, 0, sgd",
        "FLOAT, 0, sgd",
        "DOUBLE, 7, adam",
        "FLOAT, 7, adam",
        "FLOAT, 7, adahessian",
        "DOUBLE, 0, sophia"
    })
    void in_a_stack(Precision precision, int batch, String updater) throws IOException {
        Choice mlp = new Choice("mlp", Map.of("hidden", List.of(5)));
        trainsAlike(new Problem("p", SPIRALS, mlp, List.of()), precision, batch, updater);
    }

    @ParameterizedTest
    @CsvSource({"DOUBLE, 0", "FLOAT, 0", "DOUBLE, 7", "FLOAT, 7"})
    void by_dl4j(Precision precision, int batch) throws IOException {
        Path model = folder.resolve("model.json");
        Files.writeString(
                model,
                new NeuralNetConfiguration.Builder()
                        .l2(0.01)
                        .list()
                        .layer(new DenseLayer.Builder()
                                .nIn(2)
                                .nOut(4)
                                .activation(Activation.TANH)
                                .build())
                        .layer(new OutputLayer.Builder(LossFunction.XENT)
                                .nOut(1)
                                .activation(Activation.SIGMOID)
                                .build())
                        .build()
                        .toJson());
        trainsAlike(new Problem("p", SPIRALS, model(model), List.of()), precision, batch, "adam");
    }

    @ParameterizedTest
    @CsvSource({"DOUBLE", "FLOAT"})
    void by_the_layer_engine(Precision precision) throws IOException {
        Choice digits = new Choice("digits", Map.of("rows", 40, "testFraction", 0.2));
        Choice lenet = model(Path.of("configs/lenet/model.json").toAbsolutePath());
        trainsAlike(new Problem("p", digits, lenet, List.of()), precision, 8, "adam");
    }

    private static Choice model(Path file) {
        return new Choice("dl4j", Map.of("file", new SourceFile(file.toString(), "")));
    }

    private void trainsAlike(Problem problem, Precision precision, int batch, String updater) throws IOException {
        LoadedProblem own = LoadedProblem.load(problem, catalog, folder);
        SharedRows shared = shared(own, precision);
        LoadedProblem again = LoadedProblem.again(problem, catalog, folder, shared.rows(), shared.facts());

        assertThat(again.data().numbers()).isInstanceOf(Numbers.Mapped.class);
        for (Optional<Looking> looking : List.of(Optional.<Looking>empty(), Optional.of(SOME_ROWS))) {
            RunRecord expected = train(own, problem, precision, batch, updater, looking);
            RunRecord found = train(again, problem, precision, batch, updater, looking);

            assertThat(expected.curve().size()).isGreaterThan(2);
            assertThat(found).isEqualTo(expected);
        }
    }

    private SharedRows shared(LoadedProblem problem, Precision precision) throws IOException {
        Path file = Files.createFile(folder.resolve("rows"));
        new SharedRows(problem.source().orElseThrow(), problem.facts()).write(file, precision);
        return SharedRows.read(file);
    }

    private RunRecord train(
            LoadedProblem loaded,
            Problem problem,
            Precision precision,
            int batch,
            String updater,
            Optional<Looking> looking) {
        Training training =
                new Training(new Budget(Budget.Unit.STEPS, 8), batch, precision, Recording.EVERY_STEP).looked(looking);
        Trial trial = new Trial(updater, problem, new Choice(updater, Map.of("learningRate", 0.01)), training);
        List<RunRecord> records = new ArrayList<>();
        new TrainingLoop(catalog, Environments.here(), List.of())
                .train(loaded, List.of(new RunSpec(trial, 1)), records::add, steps -> {});
        return records.get(0);
    }

    @Test
    void rows_come_back_as_they_were() throws IOException {
        StringBuilder table = new StringBuilder("a,b,c,d,y\n");
        for (int i = 0; i < 40; i++) {
            table.append("%d,%d,%f,%d,%d%n".formatted(i * i, i % 7, 1 / (1.0 + i), i % 5, i % 3));
        }
        Files.writeString(folder.resolve("rows.csv"), table);
        Map<String, Object> settings =
                Map.of("file", new SourceFile("rows.csv", ""), "target", List.of("y"), "steps", 2, "testFraction", 0.3);
        Choice mlp = new Choice("mlp", Map.of("hidden", List.of(3)));
        LoadedProblem loaded =
                LoadedProblem.load(new Problem("p", new Choice("csv", settings), mlp, List.of()), catalog, folder);
        SharedRows back = shared(loaded, Precision.DOUBLE);

        same(loaded.source().orElseThrow(), back.rows());
        same(
                loaded.source().orElseThrow().test().orElseThrow(),
                back.rows().test().orElseThrow());
        assertThat(back.facts()).isEqualTo(loaded.facts());
    }

    private static void same(Data expected, Data found) {
        assertThat(found.hash()).isEqualTo(expected.hash());
        assertThat(found.columns()).isEqualTo(expected.columns());
        assertThat(found.sequences()).isEqualTo(expected.sequences()).isPresent();
        assertThat(found.understood()).isEqualTo(expected.understood());
        assertThat(found.isScaled()).isEqualTo(expected.isScaled());
    }
}
