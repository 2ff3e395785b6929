package org.converge4j.run;

import java.time.Duration;

/**
 * How an experiment is carried out; decides no number of it.
 *
 * @param jobs how many workers at once, at least 1
 * @param patience how long a worker may go without finishing a step before its runs count as hung
 * @param shard which part of the plan is trained
 */
public record Execution(int jobs, Duration patience, Shard shard) {
    /** Longer than any step of a network that one machine can train. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    /** All of it, on this machine, with the usual patience. */
    public static Execution here(int jobs) {
        return new Execution(jobs, PATIENCE, Shard.WHOLE);
    }
}
