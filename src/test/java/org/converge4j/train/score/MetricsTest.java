package org.converge4j.train.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.SourceFile;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.train.network.NetworkTrainer;
import org.converge4j.train.network.Tensors;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.converge4j.updater.article.Sgd;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.evaluation.regression.RegressionEvaluation;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Losses and metrics are those that R and PyTorch compute, and a saved network's own score. */
class MetricsTest {
    private static final Training TRAINING =
            new Training(new Budget(Budget.Unit.STEPS, 1), 0, Precision.DOUBLE, Recording.EVERY_STEP);

    @TempDir
    Path folder;

    /**
     * R 4: {@code f <- lm(mpg ~ ., mtcars); b <- coef(f); c(b[-1], b[1])} are the parameters; for the rows r of a part, with
     * {@code e <- mtcars$mpg[r] - predict(f)[r]}, the figures are {@code sqrt(mean(e^2))},
     * {@code 1 - sum(e^2) / sum((y - mean(y))^2)} and {@code mean(e^2)}.
     */
    @Test
    void rmse_and_r2_of_the_least_squares_fit_of_mtcars_are_rs() throws IOException {
        List<String> cars = Files.readAllLines(Path.of("configs/data/mtcars.csv"));
        Files.write(folder.resolve("some.csv"), cars.subList(0, 21));
        Files.writeString(
                folder.resolve("others.csv"), cars.get(0) + "\n" + String.join("\n", cars.subList(21, 33)) + "\n");
        Choice data = new Choice(
                "csv",
                Map.of(
                        "file",
                        new SourceFile("some.csv", ""),
                        "testFile",
                        new SourceFile("others.csv", ""),
                        "target",
                        List.of("mpg"),
                        "ignore",
                        List.of("model")));
        double[] fit = {
            -0.11144047788686268,
            0.013335239913341082,
            -0.021482118989136323,
            0.7871109722361157,
            -3.715303928327475,
            0.8210407496746285,
            0.31776281418542285,
            2.5202268872084224,
            0.6554130170817919,
            -0.19941925485626746,
            12.303374155996185
        };

        Map<Metric, Double> metrics = metrics(load(data, "linear", Map.of()), fit);

        is(metrics, Metric.RMSE, 2.2372961942871945);
        is(metrics, Metric.R2, 0.8737201263185681);
        is(metrics, Metric.TEST_RMSE, 1.9871366501663326);
        is(metrics, Metric.TEST_R2, 0.8577905483986126);
        is(metrics, Metric.TEST_LOSS, 3.948712066434273);
    }

    /** PyTorch 2.13: {@code cross_entropy(x @ w.T + b, y)} and the share of rows whose largest output is their class. */
    @Test
    void cross_entropy_and_accuracy_of_a_fixed_softmax_layer_on_the_irises_are_pytorchs() {
        double[] parameters = {-0.3, 0.4, -0.5, -0.2, 0.1, -0.2, 0.1, -0.1, 0.2, -0.5, 0.3, 0.6, 0.5, 0.3, -0.9};
        LoadedProblem iris = load(irises(), "linear", Map.of());

        is(metrics(iris, parameters), Metric.ACCURACY, 54 / 150.0);
        assertThat(loss(iris, parameters)).isCloseTo(0.8168913899453979, within(1e-12));
    }

    /** The other side is DL4J's {@code Evaluation} of the outputs of DL4J's network. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void accuracies_of_many_networks_at_once_are_those_of_dl4js_evaluation(Precision precision) {
        Choice data = new Choice("iris", Map.of("testFraction", 0.2));
        LoadedProblem iris = load(data, "mlp", Map.of("hidden", List.of(7L)));
        List<double[]> networks = starts(iris, 300); // more than are computed together

        List<Map<Metric, Double>> metrics = metrics(iris, precision, networks);

        for (int i = 0; i < networks.size(); i++) {
            try (DifferentiableNetwork network = network(iris, precision, networks.get(i))) {
                Data test = iris.data().test().orElseThrow();
                assertThat(metrics.get(i)).containsEntry(Metric.ACCURACY, accuracy(network, iris.data(), precision));
                assertThat(metrics.get(i)).containsEntry(Metric.TEST_ACCURACY, accuracy(network, test, precision));
                Tensors rows = new Tensors(test, precision);
                double loss = network.loss(rows.all().getFeatures(), rows.all().getLabels());
                assertThat(metrics.get(i).get(Metric.TEST_LOSS)).isCloseTo(loss, within(error(precision)));
            }
        }
        assertThat(metrics.stream()
                        .map(of -> of.get(Metric.ACCURACY))
                        .distinct()
                        .count())
                .isGreaterThan(20);
    }

    /** The other side is DL4J's {@code RegressionEvaluation} of the outputs of DL4J's network. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void rmse_and_r2_of_several_targets_are_those_of_dl4js_evaluation(Precision precision) {
        Choice data = new Choice("randn", Map.of("rows", 50, "features", 3, "targets", 4, "seed", 1L));
        LoadedProblem problem = load(data, "mlp", Map.of("hidden", List.of(5L)));
        List<double[]> networks = starts(problem, 10);

        List<Map<Metric, Double>> metrics = metrics(problem, precision, networks);

        for (int i = 0; i < networks.size(); i++) {
            try (DifferentiableNetwork network = network(problem, precision, networks.get(i))) {
                RegressionEvaluation expected =
                        new RegressionEvaluation(problem.data().targets());
                DataSet rows = new Tensors(problem.data(), precision).all();
                expected.eval(rows.getLabels(), network.output(rows.getFeatures()));
                assertThat(metrics.get(i).get(Metric.RMSE))
                        .isCloseTo(expected.averagerootMeanSquaredError(), within(error(precision)));
                assertThat(metrics.get(i).get(Metric.R2))
                        .isCloseTo(expected.averageRSquared(), within(error(precision)));
            }
        }
    }

    /** The other side is DL4J's own score of the network that was saved. */
    @Test
    void a_zip_starts_every_seed_from_its_weights() throws IOException {
        MultiLayerNetwork saved = new MultiLayerNetwork(network());
        saved.init();
        saved.save(folder.resolve("model.zip").toFile());
        LoadedProblem problem = load(irises(), "dl4j", Map.of("file", new SourceFile("model.zip", "")));
        double score = saved.score(new Tensors(problem.data(), Precision.DOUBLE).all(), false);

        for (long seed = 1; seed <= 2; seed++) {
            assertThat(problem.start(seed)).containsExactly(saved.params().toDoubleVector());
        }
        assertThat(loss(problem, problem.start(1))).isFinite().isCloseTo(score, within(1e-12));
        saved.close();
    }

    private static Choice irises() {
        return new Choice("iris", Map.of("standardise", "none", "testFraction", 0.0));
    }

    private LoadedProblem load(Choice data, String network, Map<String, Object> settings) {
        return LoadedProblem.load(
                new Problem("p", data, new Choice(network, settings), List.of()),
                Catalog.load(getClass().getClassLoader()),
                folder);
    }

    private static Map<Metric, Double> metrics(LoadedProblem problem, double[] parameters) {
        return metrics(problem, Precision.DOUBLE, List.of(parameters)).get(0);
    }

    private static List<Map<Metric, Double>> metrics(
            LoadedProblem problem, Precision precision, List<double[]> parameters) {
        Training training = new Training(new Budget(Budget.Unit.STEPS, 1), 0, precision, Recording.EVERY_STEP);
        try (Evaluator evaluator = new Evaluator(problem, problem.data(), training, parameters.size(), false)) {
            return evaluator.evaluate(parameters).stream().map(Look::metrics).toList();
        }
    }

    private static List<double[]> starts(LoadedProblem problem, int count) {
        return LongStream.rangeClosed(1, count).mapToObj(problem::start).toList();
    }

    private static DifferentiableNetwork network(LoadedProblem problem, Precision precision, double[] parameters) {
        DifferentiableNetwork network = problem.network(precision);
        network.set(parameters);
        return network;
    }

    private static double accuracy(DifferentiableNetwork network, Data part, Precision precision) {
        Evaluation evaluation = new Evaluation(part.targets());
        DataSet rows = new Tensors(part, precision).all();
        evaluation.eval(rows.getLabels(), network.output(rows.getFeatures()));
        return evaluation.accuracy();
    }

    private static double error(Precision precision) {
        return precision == Precision.DOUBLE ? 1e-12 : 1e-5;
    }

    private static double loss(LoadedProblem problem, double[] parameters) {
        try (Trainer trainer = new NetworkTrainer(problem, TRAINING, List.of(new Replica(new Sgd(), parameters, 1)))) {
            return trainer.loss(0);
        }
    }

    private static void is(Map<Metric, Double> metrics, Metric metric, double expected) {
        assertThat(metrics).containsKey(metric);
        assertThat(metrics.getOrDefault(metric, Double.NaN)).isFinite().isCloseTo(expected, within(1e-9));
    }

    private static MultiLayerConfiguration network() {
        return new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
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
    }
}
