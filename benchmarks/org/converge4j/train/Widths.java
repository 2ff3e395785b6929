package org.converge4j.train;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.network.Configuration;
import org.converge4j.train.dense.DenseNetwork;
import org.converge4j.train.engine.Engine;
import org.converge4j.train.network.NetworkTrainer;
import org.converge4j.train.dense.DenseReader;
import org.converge4j.train.stack.StackedTrainer;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.converge4j.train.step.Treatment;
import org.converge4j.updater.Updater;

/**
 * What a step of dense networks of 32 inputs and 4 outputs (-Dinputs, -Doutputs) costs in a stack, and by the layer engine: µs of processor time a
 * replica-step under adam, the least of some rounds. Arguments: how many replicas there are, whether each step takes all rows, and
 * the widths of one or two hidden layers; 0 is a linear network.
 */
final class Widths {
    private static final int INPUTS = Integer.getInteger("inputs", 32);
    private static final int OUTPUTS = Integer.getInteger("outputs", 4);
    private static final int ROWS = 1024;
    private static final int ROUNDS = 5;
    private static final long ROUND = 50_000_000;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static final Catalog CATALOG = Catalog.load(Widths.class.getClassLoader());

    public static void main(String[] arguments) {
        int replicas = Integer.parseInt(arguments[0]);
        boolean full = Boolean.parseBoolean(arguments[1]);
        int[] widths = Arrays.stream(arguments).skip(2).mapToInt(Integer::parseInt).toArray();
        System.out.println("precision hidden batch products stack engine engine/stack");
        for (Precision precision : Precision.values()) {
            for (int depth = 1; depth <= 2; depth++) {
                for (int width : widths) {
                    for (int batch : new int[] {8, 32, 128}) {
                        measure(precision, Collections.nCopies(depth, width), batch, full, replicas);
                    }
                }
            }
        }
    }

    private static void measure(Precision precision, List<Integer> hidden, int batch, boolean full, int count) {
        Choice data = new Choice("randn", Map.of("rows", full ? batch : ROWS, "features", INPUTS, "targets", OUTPUTS, "seed", 1L));
        Choice network = hidden.get(0) == 0
                ? new Choice("linear", Map.of())
                : new Choice("mlp", Map.of("hidden", hidden, "activation", "relu"));
        LoadedProblem problem =
                LoadedProblem.load(new Problem("problem", data, network, List.of()), CATALOG, Path.of(""));
        Training training = new Training(
                new Budget(Budget.Unit.STEPS, Integer.MAX_VALUE), batch, precision, Recording.EVERY_STEP);
        List<Replica> replicas = IntStream.range(0, count)
                .mapToObj(i -> new Replica(
                        (Updater) CATALOG.updater("adam").create(Map.of("learningRate", 0.0001 * (1 + i))),
                        Treatment.NONE,
                        problem.start(i),
                        i))
                .toList();
        Configuration.Layers layers = (Configuration.Layers) problem.configuration(precision);
        DenseNetwork dense = DenseReader.read(layers.configuration()).orElseThrow();
        double stack;
        double engine;
        try (Trainer trainer = new StackedTrainer(problem, dense, training, replicas)) {
            stack = micros(trainer) / count;
        }
        try (Trainer trainer = new NetworkTrainer(
                problem, training, replicas, () -> Engine.ofAnySize(problem, training))) {
            engine = micros(trainer) / count;
        }
        System.out.printf(
                Locale.ROOT,
                "%s %s %d %d %.1f %.1f %.2f%n",
                precision,
                hidden,
                batch,
                (long) batch * problem.facts().parameters(),
                stack,
                engine,
                engine / stack);
    }

    private static double micros(Trainer trainer) {
        round(trainer);
        round(trainer);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ROUNDS; i++) {
            least = Math.min(least, round(trainer));
        }
        return least;
    }

    private static double round(Trainer trainer) {
        long start = CLOCK.getCurrentThreadCpuTime();
        long now = start;
        int steps = 0;
        while (now - start < ROUND) {
            trainer.step();
            steps++;
            now = CLOCK.getCurrentThreadCpuTime();
        }
        return (now - start) / 1e3 / steps;
    }
}
