package org.converge4j.train;

import java.util.Arrays;

/** How long a step takes: the median over rounds of equal length, after a warm-up as long as all of them. */
final class StepCost {
    private static final int ROUNDS = 11;
    private static final double NANOS_A_MICRO = 1e3;

    private StepCost() {}

    /**
     * Steps a trainer for about so long.
     *
     * @param nanos for warm-up and rounds together
     * @return µs a step of one replica
     */
    static double micros(Trainer trainer, long nanos) {
        int warm = stepsWithin(trainer, nanos / 2);
        int steps = Math.max(1, warm / ROUNDS);
        double[] rounds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < steps; i++) {
                trainer.step();
            }
            rounds[round] = (System.nanoTime() - start) / NANOS_A_MICRO / steps / trainer.replicas();
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }

    private static int stepsWithin(Trainer trainer, long nanos) {
        long start = System.nanoTime();
        int steps = 0;
        do {
            trainer.step();
            steps++;
        } while (System.nanoTime() - start < nanos);
        return steps;
    }
}
