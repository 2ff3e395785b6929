package org.converge4j.problem.network;

/** A learning-rate schedule that a network brings along. */
@FunctionalInterface
public interface OwnSchedule {
    /**
     * The rate as a multiple of the one that it begins at.
     *
     * @param taken steps before this one
     * @param epoch whole passes over the rows before this step
     */
    double factor(int taken, int epoch);
}
