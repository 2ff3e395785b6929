package org.converge4j.experiment.training;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.converge4j.catalog.message.Checks;

/**
 * What ends a run before its budget is spent.
 *
 * @param at the target whose reaching ends it
 * @param seconds its time limit, counted from its first step; above 0
 */
public record Stopping(Optional<Target> at, Optional<Double> seconds) {
    public Stopping {
        requireNonNull(at, "at");
        seconds.ifPresent(limit -> Checks.atLeast(0, limit, "the time limit"));
    }

    /** Nothing does. */
    public static final Stopping NEVER = new Stopping(Optional.empty(), Optional.empty());

    /** Part of the ids of runs, which may not change. */
    @Override
    public String toString() {
        return "Stopping[at=" + at + ", seconds=" + seconds + "]";
    }
}
