package org.converge4j.experiment;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Streams of random numbers, each derived from a seed and a purpose, so that one purpose's draws never shift another's
 * and every trial of a seed sees the same. Never ND4J's generator: that one is global, and reads seed 0 as the clock.
 */
public enum Randomness {
    /** The rows of generated data. */
    DATA(0x6461_7461L),
    /** Which rows are kept back for testing. */
    SPLIT(0x7370_6c69L),
    /** Starting parameters. */
    START(0x7374_6172L),
    /** The order of the batches. */
    ORDER(0x6f72_6465L),
    /** Dropout. */
    NOISE(0x6e6f_6973L),
    /** Which rows a loss is looked at on, where all of them would cost too much. */
    SAMPLE(0x7361_6d70L);

    private final long purpose;

    Randomness(long purpose) {
        this.purpose = purpose;
    }

    /** A new stream; the same seed gives the same stream. */
    public RandomGenerator stream(long seed) {
        long mixed = new SplittableRandom(seed).nextLong();
        return new SplittableRandom(new SplittableRandom(mixed ^ purpose).nextLong());
    }
}
