package org.converge4j.train.step;

import java.util.Arrays;
import org.converge4j.updater.Objective;

/** Derivatives of gradients, where nothing but gradients is to be had. */
public final class Differences {
    /** Central differences of eighth order: the weights of g(x + khv) − g(x − khv), k = 1 … 4. */
    private static final double[] WEIGHTS = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};

    /** How far the outermost points are from each other, roughly, over the size of the direction. */
    private static final double STEP = 0.01;

    private Differences() {}

    /** The Hessian at some parameters times a direction, from eight gradients. */
    public static void curvature(Objective objective, double[] at, double[] direction, double[] product) {
        double[] moved = new double[at.length];
        double[] gradient = new double[at.length];
        Arrays.fill(product, 0);
        for (int k = 1; k <= WEIGHTS.length; k++) {
            for (int side = -1; side <= 1; side += 2) {
                for (int i = 0; i < at.length; i++) {
                    moved[i] = at[i] + side * k * STEP * direction[i];
                }
                objective.gradient(moved, gradient);
                for (int i = 0; i < at.length; i++) {
                    product[i] += side * WEIGHTS[k - 1] / STEP * gradient[i];
                }
            }
        }
    }
}
