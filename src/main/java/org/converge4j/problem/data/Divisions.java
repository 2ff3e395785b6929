package org.converge4j.problem.data;

/** Rows that each seed divides anew into a training and a test part; what fills and scales them follows each training part. */
public interface Divisions {
    /**
     * The rows as a seed divides them, the same at each call.
     *
     * @throws ProblemException if that training part cannot be prepared
     */
    Data of(long seed);
}
