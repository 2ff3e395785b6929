package org.converge4j.updater;

/**
 * Where a run is.
 *
 * @param number t = 1 for the first change of the parameters
 * @param learningRate η at this step, schedule included
 */
public record Step(int number, double learningRate) {}
