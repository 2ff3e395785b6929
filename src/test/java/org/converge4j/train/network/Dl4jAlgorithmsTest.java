package org.converge4j.train.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.SourceFile;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.network.Configuration;
import org.converge4j.train.Trainers;
import org.converge4j.train.stack.StackedTrainer;
import org.converge4j.train.step.Batches;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.converge4j.updater.Updater;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** DL4J's algorithms take the steps that DL4J's {@code fit} takes with them. */
class Dl4jAlgorithmsTest {
    private static final Catalog CATALOG = Catalog.load(Dl4jAlgorithmsTest.class.getClassLoader());
    private static final int STEPS = 12;
    private static final int ROWS = 30;

    @TempDir
    Path folder;

    private static final Map<String, OptimizationAlgorithm> ALGORITHMS = Map.of(
            "dl4jLineGradientDescent", OptimizationAlgorithm.LINE_GRADIENT_DESCENT,
            "dl4jConjugateGradient", OptimizationAlgorithm.CONJUGATE_GRADIENT,
            "dl4jLbfgs", OptimizationAlgorithm.LBFGS);

    /** Rates at which a search takes the first try, and several. */
    @TestFactory
    Stream<DynamicTest> parameters_are_where_fit_takes_them() {
        Choice linear = new Choice("linear", Map.of());
        Choice mlp = new Choice("mlp", Map.of("hidden", List.of(8, 4), "activation", "tanh"));
        return ALGORITHMS.keySet().stream()
                .sorted()
                .flatMap(name -> Stream.of(
                        DynamicTest.dynamicTest(name + " on linear", () -> follow(name, linear, 0, 1)),
                        DynamicTest.dynamicTest(name + " on mlp", () -> follow(name, mlp, 0, 30)),
                        DynamicTest.dynamicTest(name + " on batches", () -> follow(name, mlp, 12, 0.3))));
    }

    private static void follow(String name, Choice network, int batch, double rate) {
        LoadedProblem problem = problem(network);
        List<Replica> replica = List.of(new Replica(updater(name, rate), problem.start(1), 1));
        Tensors tensors = new Tensors(problem.data(), Precision.DOUBLE);
        Batches batches = new Batches(ROWS, Math.max(1, batch), 1);
        try (Trainer own = new NetworkTrainer(problem, training(batch), replica);
                Trainer stacked = Trainers.of(problem, training(batch), replica)) {
            assertThat(stacked).isInstanceOf(StackedTrainer.class);
            MultiLayerConfiguration configuration = ((Configuration.Layers) problem.configuration(Precision.DOUBLE))
                    .configuration()
                    .clone();
            MultiLayerNetwork fitted = network(configuration, problem.start(1), name, rate);
            for (int step = 1; step <= STEPS; step++) {
                fitted.fit(batch == 0 ? tensors.all() : tensors.rows(batches.next()));
                compare(fitted, own, step);
                compare(fitted, stacked, step);
            }
        }
    }

    @Test
    void a_models_own_regularisation_is_searched_as_fit_searches_it() throws IOException {
        MultiLayerConfiguration model = new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .l2(0.05)
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(4)
                        .nOut(5)
                        .activation(Activation.TANH)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(5)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build();
        Files.writeString(folder.resolve("model.json"), model.toJson());
        Choice network = new Choice("dl4j", Map.of("file", new SourceFile("model.json", "")));
        LoadedProblem problem =
                LoadedProblem.load(new Problem("p", new Choice("iris", Map.of()), network, List.of()), CATALOG, folder);
        for (String name : ALGORITHMS.keySet()) {
            List<Replica> replica = List.of(new Replica(updater(name, 3), problem.start(1), 1));
            MultiLayerNetwork fitted = network(model.clone(), problem.start(1), name, 3);
            try (Trainer trainer = new NetworkTrainer(problem, training(0), replica)) {
                for (int step = 1; step <= STEPS; step++) {
                    fitted.fit(new Tensors(problem.data(), Precision.DOUBLE).all());
                    compare(fitted, trainer, step);
                }
                assertThat(trainer.evaluations(0).gradients()).isGreaterThanOrEqualTo(3 * STEPS);
            }
        }
    }

    private static Training training(int batch) {
        return new Training(new Budget(Budget.Unit.STEPS, STEPS), batch, Precision.DOUBLE, Recording.EVERY_STEP);
    }

    private static void compare(MultiLayerNetwork fitted, Trainer trainer, int step) {
        trainer.step();
        double[] expected = fitted.params().dup().toDoubleVector();
        assertThat(Arrays.stream(expected).allMatch(Double::isFinite)).isTrue();
        assertThat(trainer.parameters(0)).as("step %d", step).containsExactly(expected, within(1e-12));
    }

    private static MultiLayerNetwork network(
            MultiLayerConfiguration configuration, double[] start, String name, double rate) {
        for (NeuralNetConfiguration layer : configuration.getConfs()) {
            layer.setOptimizationAlgo(ALGORITHMS.get(name));
            ((BaseLayer) layer.getLayer()).setIUpdater(new Sgd(rate));
        }
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init(Nd4j.createFromArray(start), true);
        return network;
    }

    private static LoadedProblem problem(Choice network) {
        Choice data = new Choice("randn", Map.of("rows", ROWS, "features", 10, "targets", 1, "seed", 1L));
        return LoadedProblem.load(new Problem("p", data, network, List.of()), CATALOG, Path.of(""));
    }

    private static Updater updater(String name, double rate) {
        return (Updater) CATALOG.updater(name).create(Map.of("learningRate", rate));
    }
}
