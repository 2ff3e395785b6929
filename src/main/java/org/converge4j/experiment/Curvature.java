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
    private static final double LEAST = 1e-300;
    private static final double MOST = 1e300;

    public Curvature {
        Checks.expect(
                isWithinReach(largest) && isWithinReach(smallest),
                "a curvature",
                "one from " + LEAST + " to " + MOST,
                largest + " and " + smallest);
    }

    /** Whether learning rates for a curvature can be computed: they are as large as it is small. */
    public static boolean isWithinReach(double curvature) {
        return curvature >= LEAST && curvature <= MOST;
    }

    /** How hard the problem is for gradient descent: 1 at best. */
    public double condition() {
        return largest / smallest;
    }

    /**
     * Steps of gradient descent at its best rate until the excess is a tenth, in the long run: a step multiplies it by ((κ − 1) /
     * (κ + 1))², κ the condition number. Exact also where that is 1 to all digits.
     */
    public double stepsPerTenfold() {
        return Math.log(10) / (2 * Math.log1p(2 / (condition() - 1)));
    }
}
