package org.converge4j.experiment;

import static java.util.Objects.requireNonNull;

/**
 * One trial with one seed.
 *
 * @param trial what is trained
 * @param seed decides the starting parameters and the order of the batches
 */
public record RunSpec(Trial trial, long seed) {
    public RunSpec {
        requireNonNull(trial, "trial");
    }

    /** A hash of everything that decides the run's numbers, and of nothing else: names and places do not count. */
    public String id() {
        return Identity.of(this);
    }
}
