package org.converge4j.train.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.network.Configuration;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.converge4j.updater.Installation;
import org.converge4j.updater.Updater;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** The short way through a plain network, without {@code fit}'s bookkeeping, gives what {@code fit} gives, bit for bit. */
class NetworkTrainerTest {
    private static final Catalog CATALOG = Catalog.load(NetworkTrainerTest.class.getClassLoader());
    private static final int STEPS = 30;

    @Test
    void stepsAreThoseOfFitToTheLastBit() {
        Choice linear = new Choice("linear", Map.of());
        Choice mlp = new Choice("mlp", Map.of("hidden", List.of(8), "activation", "tanh"));
        for (Precision precision : Precision.values()) {
            for (String updater : List.of("sgd", "nesterovs", "adam", "adaGrad", "rmsProp", "amsGrad")) {
                assertSameAsFit(linear, precision, updater);
                assertSameAsFit(mlp, precision, updater);
            }
        }
    }

    private static void assertSameAsFit(Choice network, Precision precision, String name) {
        Choice data = new Choice("randn", Map.of("rows", 30, "features", 10, "targets", 1, "seed", 1L));
        LoadedProblem problem = LoadedProblem.load(new Problem("p", data, network, List.of()), CATALOG, Path.of(""));
        Updater updater = (Updater) CATALOG.updater(name).create(Map.of("learningRate", 0.01));
        Training training = new Training(new Budget(Budget.Unit.STEPS, STEPS), 0, precision, Recording.EVERY_STEP);
        MultiLayerConfiguration configuration = ((Configuration.Layers) problem.configuration(precision))
                .configuration()
                .clone();
        Installation.install(configuration, updater);
        MultiLayerNetwork fitted = new MultiLayerNetwork(configuration);
        fitted.init();
        fitted.params()
                .assign(Nd4j.createFromArray(problem.start(1))
                        .castTo(fitted.params().dataType()));
        DataSet rows = new Tensors(problem.data(), precision).all();
        try (Trainer trainer =
                new NetworkTrainer(problem, training, List.of(new Replica(updater, problem.start(1), 1)))) {
            for (int step = 0; step < STEPS; step++) {
                double loss = trainer.loss(0);
                trainer.step();
                fitted.fit(rows);
                assertThat(fitted.score())
                        .as(name)
                        .isFinite()
                        .isEqualTo(loss); // fit's score is the one before its step
            }
            double[] expected = fitted.params().dup().data().asDouble();
            assertThat(Arrays.stream(expected).allMatch(Double::isFinite)).isTrue();
            assertThat(trainer.parameters(0)).as(name).containsExactly(expected);
        }
    }
}
