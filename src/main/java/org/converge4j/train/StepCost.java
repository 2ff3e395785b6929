package org.converge4j.train;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * Processor time of a step of a warm trainer. Steps are timed in blocks until the median of the latest blocks is hardly less
 * than that of those before them: the JIT compiler has then done what it can.
 */
final class StepCost {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int MOST_BLOCKS = 64;
    /** Blocks that are looked at together. */
    private static final int WINDOW = 7;

    private static final double HARDLY_LESS = 0.93;
    private static final double NANOS_A_MICRO = 1e3;

    private StepCost() {}

    /**
     * Steps a trainer until its cost has settled.
     *
     * @param mostNanos of processor time to spend at most
     * @return µs a step of one replica
     */
    static double micros(Trainer trainer, long mostNanos) {
        double[] blocks = new double[MOST_BLOCKS];
        int count = 0;
        do {
            blocks[count++] = block(trainer, mostNanos / MOST_BLOCKS);
        } while (count < MOST_BLOCKS && !isSettled(blocks, count));
        return median(blocks, Math.max(0, count - WINDOW), count) / trainer.replicas();
    }

    /** Steps a trainer for so much processor time, so that what all trainers share is compiled before the first is timed. */
    static void warmUp(Trainer trainer, long nanos) {
        block(trainer, nanos);
    }

    private static boolean isSettled(double[] blocks, int count) {
        return count >= 2 * WINDOW
                && median(blocks, count - WINDOW, count)
                        >= HARDLY_LESS * median(blocks, count - 2 * WINDOW, count - WINDOW);
    }

    /** µs a step, over as many as fill a block. */
    private static double block(Trainer trainer, long nanos) {
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

    private static double median(double[] values, int from, int to) {
        double[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
