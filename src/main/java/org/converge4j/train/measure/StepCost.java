package org.converge4j.train.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.train.Trainers;
import org.converge4j.train.network.NetworkTrainer;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;

/** Times steps of one network, DL4J's where the problem has one, in processor time of its thread. */
public final class StepCost {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int BLOCKS = 7;
    private static final double NANOS_A_SECOND = 1e9;
    private static final double NANOS_A_MICRO = 1e3;

    private final Catalog catalog;
    private boolean warm;

    public StepCost(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The median of seven blocks of steps.
     *
     * @param warmUp seconds of steps before the first time that anything is timed, by when the JIT compiler has finished with
     *     what every network goes through
     * @param seconds of all blocks together
     * @return µs a step
     */
    public double micros(LoadedProblem problem, RunSpec run, double warmUp, double seconds) {
        Replica replica = Replica.of(run, problem, catalog);
        Training training = run.trial().training();
        try (Trainer trainer = problem.surface().isPresent()
                ? Trainers.of(problem, training, List.of(replica))
                : new NetworkTrainer(problem, training, List.of(replica))) {
            if (!warm) {
                block(trainer, warmUp);
                warm = true;
            }
            double[] blocks = new double[BLOCKS];
            Arrays.setAll(blocks, i -> block(trainer, seconds / BLOCKS));
            Arrays.sort(blocks);
            return blocks[BLOCKS / 2];
        }
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
