package org.converge4j.run.message;

import org.converge4j.experiment.RunSpec;

/**
 * A run whose steps are to be timed.
 *
 * @param base the folder that the problem's files are relative to, absolute
 * @param run any of its trial
 * @param warmUp seconds of steps that a worker takes before it times anything
 * @param seconds that steps are timed
 * @param runs that are trained alike: of few, fewer steps are timed
 */
public record CostRequest(String base, RunSpec run, double warmUp, double seconds, int runs) {}
