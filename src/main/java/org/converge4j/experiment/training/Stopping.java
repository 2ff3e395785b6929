package org.converge4j.experiment.training;

import java.util.Optional;

/**
 * What ends a run before its budget is spent.
 *
 * @param at the target whose reaching ends it
 * @param seconds its time limit, counted from its first step; above 0
 */
public record Stopping(Optional<Target> at, Optional<Double> seconds) {
    /** Nothing does. */
    public static final Stopping NEVER = new Stopping(Optional.empty(), Optional.empty());
}
