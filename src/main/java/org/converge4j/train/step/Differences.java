package org.converge4j.train.step;

import java.util.Arrays;
import org.converge4j.updater.Objective;

/**
 * Derivatives of gradients, where nothing but gradients is to be had: central differences over a distance so short that few rectifiers
 * switch in between. Off by about 1e-10 of the gradient in double precision, 1e-5 in float.
 */
public final class Differences {
    /** What double precision rounds by. */
    public static final double DOUBLE = 0x1p-52;

    /** What float precision rounds by. */
    public static final double FLOAT = 0x1p-23;

    private Differences() {}

    /**
     * The Hessian at some parameters times a direction, from two gradients.
     *
     * @param rounding of the gradients, which says how short the distance may be
     * @param product overwritten
     */
    public static void curvature(
            Objective objective, double[] at, double[] direction, double[] product, double rounding) {
        double largest = Arrays.stream(direction).map(Math::abs).max().orElse(0);
        double step = Math.cbrt(rounding) / (largest == 0 ? 1 : largest);
        double[] moved = new double[at.length];
        double[] gradient = new double[at.length];
        Arrays.fill(product, 0);
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < at.length; i++) {
                moved[i] = at[i] + side * step * direction[i];
            }
            objective.gradient(moved, gradient);
            for (int i = 0; i < at.length; i++) {
                product[i] += side * gradient[i] / (2 * step);
            }
        }
    }
}
