package org.converge4j.result;

import java.util.List;

/**
 * Where one run of a trial went, seen along a few directions of its parameter space, at steps that are about equally far apart
 * on a logarithmic axis.
 *
 * @param seed of the run
 * @param steps ascending from 0; fewer than the budget's if it diverged
 * @param losses at those steps
 * @param axes the directions, at least two
 */
public record Descent(long seed, int[] steps, double[] losses, List<Axis> axes) {
    public Descent {
        axes = List.copyOf(axes);
    }

    /**
     * A direction.
     *
     * @param name what it is called: x, or "stiffest direction"
     * @param curvature of the loss along it, where the loss is a quadratic with this among its principal axes; else 0
     * @param places of the run at the steps; 0 is the least loss of a quadratic
     */
    public record Axis(String name, double curvature, double[] places) {}
}
