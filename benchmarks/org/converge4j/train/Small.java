package org.converge4j.train;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.SourceFile;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.train.engine.Engine;
import org.converge4j.train.network.NetworkTrainer;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * What a step costs of small networks that no stack takes, in batches of 16 rows of 24 numbers: µs of processor time through DL4J and by the
 * layer engine, medians. {@code benchmarks/java.sh org.converge4j.train.Small}
 */
final class Small {
    private static final int BATCH = 16;
    private static final int STEPS = 600;

    public static void main(String[] arguments) throws IOException {
        measure("dense, L2", model(InputType.feedForward(24), 0.01, dense(8)));
        measure(
                "dense, batch normalisation",
                model(InputType.feedForward(24), 0, dense(8), new BatchNormalization.Builder().build()));
        measure(
                "convolution",
                model(
                        InputType.convolutionalFlat(4, 6, 1),
                        0,
                        new ConvolutionLayer.Builder(3, 3).nOut(4).activation(Activation.RELU).build()));
        measure(
                "LSTM, 12 steps",
                model(InputType.recurrent(2, 12), 0, new LastTimeStep(new LSTM.Builder().nOut(8).build())));
    }

    private static Layer dense(int units) {
        return new DenseLayer.Builder().nOut(units).activation(Activation.TANH).build();
    }

    private static String model(InputType input, double l2, Layer... hidden) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder().l2(l2).list();
        Arrays.stream(hidden).forEach(layers::layer);
        return layers.layer(new OutputLayer.Builder(LossFunction.MSE).nOut(3).activation(Activation.IDENTITY).build())
                .setInputType(input)
                .build()
                .toJson();
    }

    private static void measure(String name, String model) throws IOException {
        Path file = Files.createTempFile("small", ".json");
        Files.writeString(file, model);
        Catalog catalog = Catalog.load(Small.class.getClassLoader());
        Choice data = new Choice("randn", Map.of("rows", 200, "features", 24, "targets", 3));
        Choice network = new Choice("dl4j", Map.of("file", new SourceFile(file.toString(), "")));
        Problem problem = new Problem("small", data, network, List.of());
        LoadedProblem loaded = LoadedProblem.load(problem, catalog, Path.of(""));
        Files.delete(file);
        Training training =
                new Training(new Budget(Budget.Unit.STEPS, STEPS), BATCH, Precision.DOUBLE, Recording.EVERY_STEP);
        Trial sgd = new Trial("sgd", problem, new Choice("sgd", Map.of("learningRate", 0.001)), training);
        List<Replica> replicas = List.of(Replica.of(new RunSpec(sgd, 1), loaded, catalog));
        try (Trainer dl4j = new NetworkTrainer(
                        loaded, training, replicas, () -> loaded.network(training.precision()));
                Trainer engine = new NetworkTrainer(
                        loaded, training, replicas, () -> Engine.ofAnySize(loaded, training))) {
            System.out.printf(Locale.ROOT, "%-28s %7.0f %7.0f%n", name, micros(dl4j), micros(engine));
        }
    }

    private static double micros(Trainer trainer) {
        double[] micros = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            trainer.step();
            micros[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e3;
        }
        Arrays.sort(micros, STEPS / 2, STEPS); // what comes before is warming up
        return micros[STEPS * 3 / 4];
    }
}
