package org.converge4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.converge4j.Thorough;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.SourceFile;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.train.engine.Engine;
import org.converge4j.train.network.NetworkTrainer;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.converge4j.train.step.Treatment;
import org.converge4j.updater.Updater;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Networks that make much of a last digit under Adam, which divides small gradients by as small numbers: DL4J's own losses move by more
 * than 10⁻¹² where its start moves by a unit in the last place. The engine's are no further from DL4J's than twice that.
 */
class DriftTest {
    private static final int STEPS = Thorough.or(25, 50);

    private final Catalog catalog = Catalog.load(getClass().getClassLoader());

    @TempDir
    Path folder;

    @Test
    void convolutions_with_batch_normalisation() throws IOException {
        staysBeside(new NeuralNetConfiguration.Builder()
                .list()
                .layer(planes())
                .layer(new BatchNormalization())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(smaller())
                .layer(planes())
                .layer(new BatchNormalization())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(smaller())
                .layer(output())
                .setInputType(InputType.convolutionalFlat(28, 28, 1))
                .build()
                .toJson());
    }

    @Test
    void a_skip() throws IOException {
        staysBeside(new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.convolutionalFlat(28, 28, 1))
                .addLayer("first", smaller(), "in")
                .addLayer("second", planes(), "first")
                .addLayer("third", planes(), "second")
                .addLayer("normal", new BatchNormalization(), "third")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "second", "normal")
                .addLayer("relu", new ActivationLayer(Activation.RELU), "sum")
                .addLayer("pool", smaller(), "relu")
                .addLayer("out", output(), "pool")
                .setOutputs("out")
                .build()
                .toJson());
    }

    private void staysBeside(String model) throws IOException {
        Path file = Files.writeString(folder.resolve("model.json"), model);
        Choice digits = new Choice("digits", Map.of("rows", 40, "testFraction", 0.0));
        Choice network = new Choice("dl4j", Map.of("file", new SourceFile(file.toString(), "")));
        LoadedProblem problem = LoadedProblem.load(new Problem("p", digits, network, List.of()), catalog, folder);
        Training training =
                new Training(new Budget(Budget.Unit.STEPS, STEPS), 8, Precision.DOUBLE, Recording.EVERY_STEP);
        Supplier<DifferentiableNetwork> theirs = () -> problem.network(Precision.DOUBLE);
        double[] start = problem.start(1);
        double[] losses = losses(problem, training, start, theirs);

        double own = largest(
                losses,
                losses(problem, training, Arrays.stream(start).map(Math::nextUp).toArray(), theirs));
        double ours = largest(losses, losses(problem, training, start, () -> Engine.ofAnySize(problem, training)));

        assertThat(own).isGreaterThan(1e-12);
        assertThat(ours).isGreaterThan(0).isLessThan(2 * own);
    }

    private double[] losses(
            LoadedProblem problem, Training training, double[] start, Supplier<DifferentiableNetwork> networks) {
        Updater adam = (Updater) catalog.updater("adam").create(Map.of("learningRate", 0.01));
        Replica replica = new Replica(adam, Treatment.NONE, start, 1);
        double[] losses = new double[STEPS];
        try (Trainer trainer = new NetworkTrainer(problem, training, List.of(replica), networks)) {
            for (int step = 0; step < STEPS; step++) {
                trainer.step();
                losses[step] = trainer.loss(0);
                assertThat(losses[step]).isFinite();
            }
        }
        return losses;
    }

    private static double largest(double[] losses, double[] others) {
        double largest = 0;
        for (int step = 0; step < STEPS; step++) {
            largest = Math.max(largest, Math.abs(others[step] - losses[step]) / Math.max(1, losses[step]));
        }
        return largest;
    }

    private static ConvolutionLayer planes() {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(4)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.IDENTITY)
                .build();
    }

    private static SubsamplingLayer smaller() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }

    private static OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(10)
                .activation(Activation.SOFTMAX)
                .build();
    }
}
