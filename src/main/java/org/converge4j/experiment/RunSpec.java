package org.converge4j.experiment;

/**
 * One trial with one seed.
 *
 * @param trial what is trained
 * @param seed decides the starting parameters and the order of the batches
 */
public record RunSpec(Trial trial, long seed) {
    /** A hash of everything that decides the run's numbers, and of nothing else: names and places do not count. */
    public String id() {
        return Identity.of(this);
    }
}
