package org.converge4j.train.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.CommonSettings;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.result.StepTime;
import org.converge4j.train.Trainers;
import org.converge4j.train.network.NetworkTrainer;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.converge4j.updater.Rule;

/**
 * Times steps of one network, DL4J's where the problem has one, in processor time of its thread, in turn with steps of gradient
 * descent on a network of the same kind: what disturbs a machine for a while disturbs both.
 */
public final class StepCost {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    /**
     * Blocks of either. The least and the greatest of twelve ratios hold their median but for one time in two thousand (sign test), so
     * that those of a dozen updaters nearly always all do.
     */
    private static final int PAIRS = 12;

    /** Where steps are dear. The least and the greatest of eight hold it but for one time in a hundred. */
    private static final int FEW_PAIRS = 8;

    private static final double SHARE = 0.02;

    private static final double NANOS_A_SECOND = 1e9;
    private static final double NANOS_A_MICRO = 1e3;

    /** So small that the network hardly moves: time does not depend on it. */
    private static final Choice SGD = new Choice("sgd", Map.of(Choice.LEARNING_RATE, 1e-9));

    private final Catalog catalog;
    private boolean warm;

    public StepCost(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * What a step costs.
     *
     * @param warmUp seconds of steps before the first time that anything is timed, by when the JIT compiler has finished with
     *     what every network goes through
     * @param seconds of all blocks together
     * @param runs that are trained alike: where they take few steps, fewer are timed
     */
    public StepTime of(LoadedProblem problem, RunSpec run, double warmUp, double seconds, int runs) {
        Trial trial = run.trial();
        Trial plain = new Trial("sgd", trial.problem(), SGD, CommonSettings.NONE, trial.training());
        Replica replica = Replica.of(run, problem, catalog);
        try (Trainer sgd = trainer(
                        problem, Replica.of(new RunSpec(plain, run.seed()), problem, catalog), trial.training());
                Trainer other = trainer(problem, replica, trial.training())) {
            if (!warm) {
                block(sgd, warmUp / 2);
                block(other, warmUp / 2);
                warm = true;
            }
            long trained = (long) runs * trial.training().steps(problem.data().rows());
            int pairs = trained * SHARE < 2 * PAIRS ? FEW_PAIRS : PAIRS;
            double[] micros = new double[pairs];
            double[] ratios = new double[pairs];
            for (int i = 0; i < pairs; i++) {
                micros[i] = block(sgd, seconds / pairs / 2);
                ratios[i] = block(other, seconds / pairs / 2) / micros[i];
            }
            Arrays.sort(micros);
            Arrays.sort(ratios);
            boolean inNativeCode =
                    !(replica.updater() instanceof Rule || problem.surface().isPresent());
            StepTime time = isPlain(trial)
                    ? new StepTime(median(micros), 1, 1, 1, inNativeCode)
                    : new StepTime(median(micros), ratios[0], median(ratios), ratios[pairs - 1], inNativeCode);
            return time.after(warmUp);
        }
    }

    private static boolean isPlain(Trial trial) {
        return trial.updater().variant().equals(SGD.variant()) && trial.common().equals(CommonSettings.NONE);
    }

    private static Trainer trainer(LoadedProblem problem, Replica replica, Training training) {
        return problem.surface().isPresent()
                ? Trainers.of(problem, training, List.of(replica))
                : new NetworkTrainer(problem, training, List.of(replica));
    }

    private static double median(double[] sorted) {
        return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }

    /** µs a step, over as many as take so long. */
    private static double block(Trainer trainer, double seconds) {
        long nanos = (long) (seconds * NANOS_A_SECOND);
        long start = CLOCK.getCurrentThreadCpuTime();
        long spent;
        int steps = 0;
        do {
            trainer.step();
            steps++;
            spent = CLOCK.getCurrentThreadCpuTime() - start;
        } while (spent < nanos);
        return spent / NANOS_A_MICRO / steps;
    }
}
