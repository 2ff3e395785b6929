package org.converge4j.train.step;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.converge4j.experiment.Randomness;

/**
 * The order in which a run sees its rows: a fresh permutation each epoch, decided by the seed alone, cut into batches; the
 * last one of an epoch may be shorter.
 */
public final class Batches {
    private final int size;
    private final int[] order;
    private final RandomGenerator random;
    private int next;

    public Batches(int rows, int size, long seed) {
        this.size = size;
        this.order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        this.random = Randomness.ORDER.stream(seed);
        this.next = rows;
    }

    /** The row numbers of the next batch. */
    public int[] next() {
        if (next >= order.length) {
            shuffle();
            next = 0;
        }
        int from = next;
        next = Math.min(order.length, from + size);
        return Arrays.copyOfRange(order, from, next);
    }

    /** Fisher and Yates. */
    private void shuffle() {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }
}
