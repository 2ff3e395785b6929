package org.converge4j.train;

/**
 * Changes the parameters of a stack.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
interface StackedUpdate<A> {
    /**
     * Makes one change.
     *
     * @param gradient of the mean loss, in the stack's order
     * @param step t = 1 for the first
     */
    void apply(A gradient, int step);
}
