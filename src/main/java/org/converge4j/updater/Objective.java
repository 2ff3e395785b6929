package org.converge4j.updater;

/**
 * The mean loss of the step's batch as a function of the parameters: the same rows and the same dropout at every call. Each call but
 * {@link #loss()} is counted and shown beside the steps.
 */
public interface Objective {
    /** Takes note, for the run's record, that a search found no place with a lower loss than the step starts from. */
    default void searchFailed() {}

    /** The loss at the parameters that the step starts from. */
    double loss();

    /** The loss elsewhere, finite or not. */
    double loss(double[] at);

    /**
     * The loss and its gradient elsewhere; both as they come, finite or not.
     *
     * @param at parameters, not changed
     * @param gradient overwritten
     */
    double gradient(double[] at, double[] gradient);

    /**
     * The Hessian at the parameters that the step starts from times a vector. Exact to rounding on dense networks; elsewhere by
     * differences of two gradients, to about 1e-10.
     *
     * @param direction not changed
     * @param product overwritten
     */
    void curvature(double[] direction, double[] product);
}
