package org.converge4j.train;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** Processor time of a step: the median over rounds of equal length, after a warm-up as long as all of them. */
final class StepCost {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 11;
    private static final double NANOS_A_MICRO = 1e3;

    private StepCost() {}

    /**
     * Steps a trainer for about so long.
     *
     * @param nanos of processor time for warm-up and rounds together
     * @return µs a step of one replica
     */
    static double micros(Trainer trainer, long nanos) {
        int warm = stepsWithin(trainer, nanos / 2);
        int steps = Math.max(1, warm / ROUNDS);
        double[] rounds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            for (int i = 0; i < steps; i++) {
                trainer.step();
            }
            rounds[round] = (CLOCK.getCurrentThreadCpuTime() - start) / NANOS_A_MICRO / steps / trainer.replicas();
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }

    private static int stepsWithin(Trainer trainer, long nanos) {
        long start = CLOCK.getCurrentThreadCpuTime();
        int steps = 0;
        do {
            trainer.step();
            steps++;
        } while (CLOCK.getCurrentThreadCpuTime() - start < nanos);
        return steps;
    }
}
