package org.converge4j.train;

import org.converge4j.train.step.Batches;
import org.converge4j.train.step.Replica;
import org.converge4j.train.network.Tensors;
import org.converge4j.train.step.Trainer;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.training.Training;
import org.converge4j.experiment.Trial;
import org.converge4j.problem.network.Configuration;
import org.converge4j.problem.LoadedProblem;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * The trainer beside DL4J's bare {@code fit}: 784-128-10 in float on 60,000 synthetic rows, batches of 64, Adam, without any
 * evaluation. Both take the same steps, a few at a time in turn, and are timed by the processor time of their one thread; the
 * bare loop finds its batches ready made, the trainer picks the rows of its own.
 */
final class Fit {
    private static final int ROWS = 60_000;
    private static final int BATCH = 64;
    private static final int STEPS = 10;
    private static final int BLOCKS = 100;
    private static final int WARM_UP = 20;
    private static final long SEED = 1;

    private final Catalog catalog = Catalog.load(Fit.class.getClassLoader());
    private final Problem problem = new Problem(
            "synthetic",
            new Choice("randn", Map.of("rows", ROWS, "features", 784, "targets", 10)),
            new Choice("mlp", Map.of("hidden", List.of(128))),
            List.of());
    private final Training training = new Training(
            new Budget(Budget.Unit.STEPS, BLOCKS * STEPS), BATCH, Precision.FLOAT, Recording.EVERY_STEP);
    private final LoadedProblem loaded = LoadedProblem.load(problem, catalog, Path.of(""));

    public static void main(String[] arguments) {
        new Fit().compare();
    }

    private void compare() {
        List<DataSet> batches = batches();
        MultiLayerNetwork bare = bare();
        double[] ours = new double[BLOCKS];
        double[] theirs = new double[BLOCKS];
        Trial adam = new Trial("adam", problem, new Choice("adam", Map.of("learningRate", 0.001)), training);
        Replica replica = Replica.of(new RunSpec(adam, SEED), loaded, catalog);
        try (Trainer trainer = Trainers.of(loaded, training, List.of(replica))) {
            for (int block = 0; block < BLOCKS; block++) {
                List<DataSet> next = batches.subList(block * STEPS, (block + 1) * STEPS);
                ours[block] = micros(() -> next.forEach(batch -> trainer.step()));
                theirs[block] = micros(() -> next.forEach(bare::fit));
            }
            double[] fitted = bare.params().dup().data().asDouble();
            double[] found = trainer.parameters(0);
            double apart = 0;
            for (int i = 0; i < fitted.length; i++) {
                apart = Math.max(apart, Math.abs(found[i] - fitted[i]));
            }
            System.out.printf(
                    Locale.ROOT,
                    "medians of %d x %d steps: trainer %.0f us, fit %.0f us a step, ratio %.3f; parameters %.1e apart after %d steps%n",
                    BLOCKS - WARM_UP,
                    STEPS,
                    median(ours),
                    median(theirs),
                    median(ours) / median(theirs),
                    apart,
                    BLOCKS * STEPS);
        }
    }

    /** A network as {@code fit} wants it. */
    private MultiLayerNetwork bare() {
        MultiLayerConfiguration layers =
                ((Configuration.Layers) loaded.blueprint().configure(DataType.FLOAT)).configuration();
        layers.getConfs().forEach(conf -> ((BaseLayer) conf.getLayer()).setIUpdater(new Adam(0.001)));
        MultiLayerNetwork network = new MultiLayerNetwork(layers);
        network.init();
        network.params()
                .assign(Nd4j.createFromArray(loaded.start(SEED))
                        .castTo(DataType.FLOAT)
                        .reshape(network.params().shape()));
        return network;
    }

    /** The trainer's own batches, in its order. */
    private List<DataSet> batches() {
        Tensors tensors = new Tensors(loaded.data(), Precision.FLOAT);
        Batches order = new Batches(ROWS, BATCH, SEED);
        List<DataSet> batches = new ArrayList<>();
        for (int step = 0; step < BLOCKS * STEPS; step++) {
            batches.add(tensors.rows(order.next()));
        }
        return batches;
    }

    private static double micros(Runnable work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e3 / STEPS;
    }

    private static double median(double[] blocks) {
        double[] sorted = Arrays.copyOfRange(blocks, WARM_UP, blocks.length);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
