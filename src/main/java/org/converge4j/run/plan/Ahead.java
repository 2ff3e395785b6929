package org.converge4j.run.plan;

import org.converge4j.experiment.Trial;

/**
 * A run that is ahead.
 *
 * @param trial of which it is a run
 * @param steps of its whole budget
 * @param micros that one of them is expected to take, roughly: good for comparing trials
 */
public record Ahead(Trial trial, long steps, double micros) {}
