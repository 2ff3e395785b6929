package org.converge4j.train;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Budget;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Precision;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.Recording;
import org.converge4j.experiment.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.updater.Updater;

/** Processor time of a step of one replica among many, the loss read at every step, beside plain loops over the same numbers. */
public final class Steps {
    private static final Catalog CATALOG = Catalog.load(Steps.class.getClassLoader());
    private static final int ROUNDS = 5;

    private Steps() {}

    public static void main(String[] arguments) {
        Choice linear = new Choice("linear", Map.of());
        Choice mlp = new Choice("mlp", Map.of("hidden", List.of(32), "activation", "tanh"));
        System.out.println("median of " + ROUNDS + " rounds, whole process, µs a replica-step");
        for (String updater : List.of("sgd", "adam", "torchSgd", "torchAdam")) {
            report("linear 5 rows, 90 replicas, double", updater, linear, 5, 90, Precision.DOUBLE, 20_000);
        }
        for (boolean adam : new boolean[] {false, true}) {
            double[] costs = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                double before = cpu();
                PlainLoop.run(90, 20_000, adam);
                costs[round] = (cpu() - before) / 90 / 20_000;
            }
            print("linear 5 rows, 90 replicas, double", adam ? "plain loop, adam" : "plain loop, sgd", costs);
        }
        for (String updater : List.of("sgd", "adam", "torchAdam")) {
            report("10-32-1 tanh, 32 rows, 100 replicas, float", updater, mlp, 32, 100, Precision.FLOAT, 1_000);
        }
    }

    private static void report(
            String name, String updater, Choice network, int rows, int replicas, Precision precision, int steps) {
        Choice data = new Choice("randn", Map.of("rows", rows, "features", 10, "targets", 1, "seed", 1L));
        LoadedProblem problem =
                LoadedProblem.load(new Problem("problem", data, network, List.of()), CATALOG, Path.of(""));
        Training training =
                new Training(new Budget(Budget.Unit.STEPS, steps), 0, precision, Recording.EVERY_STEP);
        List<Replica> all = IntStream.range(0, replicas)
                .mapToObj(i -> new Replica(
                        (Updater) CATALOG.updater(updater).create(Map.of("learningRate", 0.001 * (1 + i % 9))),
                        Treatment.NONE,
                        problem.start(i),
                        i))
                .toList();
        double[] costs = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            try (Trainer trainer = Trainers.of(problem, training, all)) {
                double before = cpu();
                double sum = 0;
                for (int step = 0; step < steps; step++) {
                    trainer.step();
                    for (int replica = 0; replica < replicas; replica++) {
                        sum += trainer.loss(replica);
                    }
                }
                costs[round] = (cpu() - before) / steps / replicas;
                if (!Double.isFinite(sum)) {
                    throw new IllegalStateException("a replica diverged");
                }
            }
        }
        print(name, updater, costs);
    }

    private static void print(String name, String updater, double[] costs) {
        java.util.Arrays.sort(costs);
        System.out.printf("%-45s %-18s %8.3f%n", name, updater, costs[ROUNDS / 2]);
    }

    /** Of this process, µs. */
    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e3;
    }
}
