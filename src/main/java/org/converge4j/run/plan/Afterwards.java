package org.converge4j.run.plan;

import java.time.Duration;

/**
 * What follows when all runs are trained: trials are measured, and the report is written.
 *
 * @param fixed time, whatever was trained
 * @param share of the work of training, done by one worker
 */
public record Afterwards(Duration fixed, double share) {
    /** Nothing. */
    public static final Afterwards NONE = new Afterwards(Duration.ZERO, 0);
}
