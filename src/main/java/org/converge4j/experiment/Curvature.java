package org.converge4j.experiment;

import org.converge4j.catalog.message.Checks;

/**
 * How steep a quadratic loss is: the extreme eigenvalues of its Hessian, leaving out directions in which it is flat and
 * nothing ever moves.
 *
 * @param largest the largest
 * @param smallest the smallest that is not zero
 */
public record Curvature(double largest, double smallest) {
    public Curvature {
        Checks.atLeast(Double.MIN_NORMAL, largest, "the largest curvature");
        Checks.atLeast(Double.MIN_NORMAL, smallest, "the smallest curvature");
    }

    /** How hard the problem is for gradient descent: 1 at best. */
    public double condition() {
        return largest / smallest;
    }
}
