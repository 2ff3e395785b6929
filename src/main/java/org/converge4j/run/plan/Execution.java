package org.converge4j.run.plan;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How an experiment is carried out; decides no number of it.
 *
 * @param jobs how many workers at once, at least 1; nothing for as many as the place has processors
 * @param patience how long a worker may go without finishing a step before its runs count as hung
 * @param shard which part of the plan is trained
 * @param place where
 */
public record Execution(OptionalInt jobs, Duration patience, Shard shard, Place place) {
    /** Longer than any step of a network that one machine can train. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    /** All of it, on this machine, with the usual patience. */
    public static Execution here(int jobs) {
        return new Execution(OptionalInt.of(jobs), PATIENCE, Shard.WHOLE, Place.HERE);
    }
}
