package org.converge4j.train.layer;

/**
 * The end of a network: the last layer's activation and its loss.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public interface Head<A> {
    /**
     * Turns sums into outputs, in place.
     *
     * @param deltas set to the derivatives of the summed loss by the sums
     * @return the sum of the rows' losses
     */
    double judge(A sums, A targets, A deltas, int rows);
}
