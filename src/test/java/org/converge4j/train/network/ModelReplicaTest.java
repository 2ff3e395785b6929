package org.converge4j.train.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.SourceFile;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.converge4j.updater.Updater;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A user's own network is trained as DL4J's {@code fit} trains it. */
class ModelReplicaTest {
    private static final int STEPS = 20;

    @TempDir
    Path folder;

    /** The other side is DL4J's fit of the same configuration with Adam put on the layers by hand. */
    @Test
    void steps_are_those_of_fit_through_regularisation_batch_normalisation_and_layers_left_alone() throws IOException {
        Files.writeString(folder.resolve("model.json"), model(new Sgd(0.5)).toJson());
        LoadedProblem problem = LoadedProblem.load(
                new Problem(
                        "p",
                        new Choice("iris", Map.of()),
                        new Choice("dl4j", Map.of("file", new SourceFile("model.json", ""))),
                        List.of()),
                Catalog.load(getClass().getClassLoader()),
                folder);
        double[] start = problem.start(1);
        Updater adam = (Updater)
                Catalog.load(getClass().getClassLoader()).updater("adam").create(Map.of("learningRate", 0.01));

        try (Trainer trainer = new NetworkTrainer(problem, training(), List.of(new Replica(adam, start, 1)))) {
            MultiLayerNetwork fitted = new MultiLayerNetwork(model(new Adam(0.01)));
            fitted.init(Nd4j.createFromArray(start), true);
            DataSet rows = new Tensors(problem.data(), Precision.DOUBLE).all();
            for (int step = 0; step < STEPS; step++) {
                trainer.step();
                fitted.fit(rows);
            }
            double[] expected = fitted.params().dup().data().asDouble();
            assertThat(Arrays.stream(trainer.parameters(0)).allMatch(Double::isFinite))
                    .isTrue();
            assertThat(trainer.parameters(0)).containsExactly(expected, within(1e-12));
            assertThat(Arrays.copyOf(trainer.parameters(0), 25)).containsExactly(Arrays.copyOf(start, 25)); // frozen
            assertThat(trainer.loss(0)).isCloseTo(fitted.score(rows, false), within(1e-12));
        }
    }

    private static Training training() {
        return new Training(new Budget(Budget.Unit.STEPS, STEPS), 0, Precision.DOUBLE, Recording.EVERY_STEP);
    }

    private static MultiLayerConfiguration model(IUpdater updater) {
        return new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .updater(updater)
                .l2(1e-2)
                .list()
                .layer(new FrozenLayer(new DenseLayer.Builder().nIn(4).nOut(5).build()))
                .layer(new BatchNormalization.Builder().nIn(5).nOut(5).build())
                .layer(new DenseLayer.Builder()
                        .nIn(5)
                        .nOut(6)
                        .updater(new NoOp())
                        .activation(Activation.TANH)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(6)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build();
    }
}
