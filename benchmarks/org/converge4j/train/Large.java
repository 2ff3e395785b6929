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
import org.converge4j.train.score.Gauge;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * What a step of a large network costs, and a look at many rows, in milliseconds of processor time: a line of name, step and look
 * each, medians, for {@code large.py} to hold against PyTorch.
 */
final class Large {
    private static final int BATCH = 64;
    private static final int LOOKED_AT = 6000;
    private static final int STEP_SIZE = 8;
    private static final int STEPS = 20;

    public static void main(String[] arguments) throws IOException {
        Path configs = Path.of(arguments[0]);
        Choice digits = new Choice("digits", Map.of("rows", LOOKED_AT, "testFraction", 0.0));
        Choice sequences = new Choice("randn", Map.of("rows", LOOKED_AT, "features", STEPS * STEP_SIZE, "targets", 10));
        Path model = Files.createTempFile("lstm", ".json");
        Files.writeString(model, lstm());
        Choice lenet = new Choice("dl4j", Map.of("file", new SourceFile("lenet/model.json", "")));
        Choice mlp = new Choice("mlp", Map.of("hidden", List.of(128), "activation", "relu"));
        for (Precision precision : Precision.values()) {
            measure("lenet", digits, lenet, precision, configs, 60);
            measure("784-128-10", digits, mlp, precision, configs, 3000);
            measure("lstm", sequences, file(model), precision, configs, 300);
        }
        Files.delete(model);
    }

    private static Choice file(Path model) {
        return new Choice("dl4j", Map.of("file", new SourceFile(model.toString(), "")));
    }

    /** 8-32-32-10, mean squared error at the last step. */
    private static String lstm() {
        return new NeuralNetConfiguration.Builder()
                .list()
                .layer(new LSTM.Builder().nOut(32).activation(Activation.TANH).build())
                .layer(new LastTimeStep(
                        new LSTM.Builder().nOut(32).activation(Activation.TANH).build()))
                .layer(new OutputLayer.Builder(LossFunction.MSE)
                        .nOut(10)
                        .activation(Activation.IDENTITY)
                        .build())
                .setInputType(InputType.recurrent(STEP_SIZE, STEPS))
                .build()
                .toJson();
    }

    private static void measure(
            String name, Choice data, Choice network, Precision precision, Path configs, int steps) {
        Catalog catalog = Catalog.load(Large.class.getClassLoader());
        Problem problem = new Problem(name, data, network, List.of());
        LoadedProblem loaded = LoadedProblem.load(problem, catalog, configs);
        Training training =
                new Training(new Budget(Budget.Unit.STEPS, steps), BATCH, precision, Recording.EVERY_STEP);
        Trial adam = new Trial("adam", problem, new Choice("adam", Map.of("learningRate", 0.001)), training);
        Replica replica = Replica.of(new RunSpec(adam, 1), loaded, catalog);
        try (Trainer trainer = Trainers.of(loaded, training, List.of(replica));
                Gauge gauge = Gauge.of(loaded, training, 1, true)) {
            double step = median(steps, trainer::step);
            List<double[]> parameters = List.of(trainer.parameters(0));
            double look = median(6, () -> gauge.evaluate(parameters));
            System.out.printf(Locale.ROOT, "%s %s %.3f %.1f %s%n", name, precision, step, look, trainer.name());
        }
    }

    private static double median(int times, Runnable work) {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.run();
            millis[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
        }
        Arrays.sort(millis, times / 3, times); // what comes before is warming up
        return millis[times / 3 + (times - times / 3) / 2];
    }
}
