package org.converge4j.run.plan;

import java.time.Duration;

/**
 * How long the steps of an updater are timed: a twentieth of what the steps of the whole experiment are predicted to take, for all updaters
 * together, within limits. It follows from the multiplications, not from how long training took.
 *
 * @param warmUp seconds of steps that a worker takes before it times any
 * @param seconds for which the steps of an updater are timed, and those of gradient descent in turn with them
 */
public record Timing(double warmUp, double seconds) {
    private static final double SHARE = 0.05;

    /** Of that what goes before the first that is timed. */
    private static final double WARMING = 0.25;

    private static final double MOST_SECONDS = 4;

    /** The optimising compiler is done with a network after thousands of steps. */
    private static final double LEAST_SECONDS = 1.5;

    /** A worker without that compiler is at its speed much sooner, and brief training is no reason to wait for it: the report says so. */
    private static final double LEAST_SECONDS_IF_BRIEF = 0.15;

    private static final double MOST_OF_ONE = 0.4;

    /** Some dozens of steps. */
    private static final double LEAST_OF_ONE = 0.01;

    /**
     * The timing of each of some updaters.
     *
     * @param steps what all steps of the experiment are predicted to take
     * @param isBrief whether the worker is one for brief work
     */
    public static Timing of(Duration steps, boolean isBrief, int updaters) {
        double least = isBrief ? LEAST_SECONDS_IF_BRIEF : LEAST_SECONDS;
        double all = Math.max(least, Math.min(MOST_SECONDS, SHARE * steps.toMillis() / 1000));
        double each = (1 - WARMING) * all / updaters;
        return new Timing(WARMING * all, Math.max(LEAST_OF_ONE, Math.min(MOST_OF_ONE, each)));
    }
}
