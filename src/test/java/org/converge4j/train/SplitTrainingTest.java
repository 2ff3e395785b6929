package org.converge4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.SourceFile;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.result.RunRecord;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A run on rows that its seed divides is, bit by bit, the run on rows that are divided so for all. */
class SplitTrainingTest {
    private final Catalog catalog = Catalog.load(getClass().getClassLoader());

    @TempDir
    Path folder;

    @Test
    void in_a_stack() {
        isTheSame(new Choice("mlp", Map.of("hidden", List.of(3L))), "StackedTrainer");
    }

    @Test
    void in_a_network_of_its_own() throws IOException {
        Files.writeString(
                folder.resolve("model.json"),
                new NeuralNetConfiguration.Builder()
                        .list()
                        .layer(new DenseLayer.Builder()
                                .nIn(4)
                                .nOut(3)
                                .dropOut(0.8)
                                .activation(Activation.TANH)
                                .build())
                        .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                                .nIn(3)
                                .nOut(3)
                                .activation(Activation.SOFTMAX)
                                .build())
                        .build()
                        .toJson());
        isTheSame(
                new Choice("dl4j", Map.of("file", new SourceFile("model.json", ""))),
                "NetworkTrainer, passes by the layer engine");
    }

    private void isTheSame(Choice network, String trainer) {
        List<RunRecord> together = train(problem(Map.of("split", "each"), network), 2, 1, 3);
        assertThat(together).hasSize(6).allMatch(run -> run.trainer().equals(trainer));
        for (RunRecord run : together) {
            long seed = run.spec().seed();
            RunRecord alone = train(problem(Map.of("seed", seed), network), seed).stream()
                    .filter(other -> other.spec()
                            .trial()
                            .label()
                            .equals(run.spec().trial().label()))
                    .findFirst()
                    .orElseThrow();
            assertThat(run.curve()).isEqualTo(alone.curve());
            assertThat(run.metrics().values()).containsKey(Metric.TEST_LOSS);
            assertThat(run.metrics()).isEqualTo(alone.metrics());
            assertThat(run.parameters()).isEqualTo(alone.parameters());
            assertThat(run.facts()).isEqualTo(alone.facts());
        }
    }

    private static Problem problem(Map<String, Object> settings, Choice network) {
        return new Problem("iris", new Choice("iris", settings), network, List.of());
    }

    /** Two learning rates with each seed, seed by seed as a plan has them. */
    private List<RunRecord> train(Problem problem, long... seeds) {
        LoadedProblem loaded = LoadedProblem.load(problem, catalog, folder);
        Training training = new Training(new Budget(Budget.Unit.STEPS, 12), 16, Precision.DOUBLE, Recording.EVERY_STEP);
        List<RunSpec> runs = new ArrayList<>();
        for (long seed : seeds) {
            for (double rate : new double[] {0.01, 0.1}) {
                Choice adam = new Choice("adam", Map.of(Choice.LEARNING_RATE, rate));
                runs.add(new RunSpec(new Trial("adam " + rate, problem, adam, training), seed));
            }
        }
        List<RunRecord> records = new ArrayList<>();
        new TrainingLoop(catalog, Environments.here(), List.of()).train(loaded, runs, records::add, steps -> {});
        return records;
    }
}
