package org.converge4j.experiment;

import static java.util.Objects.requireNonNull;

import java.util.List;

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
        return new Identity(trial).of(seed);
    }

    /** The ids of a trial's runs, one a seed. */
    public static List<String> ids(Trial trial, List<Long> seeds) {
        Identity identity = new Identity(trial);
        return seeds.stream().map(identity::of).toList();
    }
}
