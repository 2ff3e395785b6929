package org.converge4j.result;

import java.util.List;
import org.converge4j.catalog.message.Checks;

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
    /** A path is looked at some two hundred times. */
    private static final int MOST_POINTS = 1000;

    private static final int MOST_AXES = 10;

    public Descent {
        axes = List.copyOf(axes);
        Checks.expect(axes.size() >= 2 && axes.size() <= MOST_AXES, "axes", "2 to " + MOST_AXES, axes.size());
        Checks.expect(steps.length <= MOST_POINTS, "points", "at most " + MOST_POINTS, steps.length);
        Checks.expect(
                steps.length == losses.length,
                "the losses of a path",
                "one for each of " + steps.length + " steps",
                losses.length);
        for (int i = 0; i < steps.length; i++) {
            int before = i == 0 ? -1 : steps[i - 1];
            Checks.expect(steps[i] > before, "a step of a path", "one after " + before, steps[i]);
            Checks.finite(losses[i], "a loss of a path");
        }
        for (Axis axis : axes) {
            Checks.expect(
                    axis.places().length == steps.length,
                    "the places of a path",
                    "one for each of " + steps.length + " steps",
                    axis.places().length);
        }
    }

    /**
     * A direction.
     *
     * @param name what it is called: x, or "stiffest direction"
     * @param curvature of the loss along it, where the loss is a quadratic with this among its principal axes; else 0
     * @param places of the run at the steps; 0 is the least loss of a quadratic
     */
    public record Axis(String name, double curvature, double[] places) {
        public Axis {
            name = Checks.text(name, "the name of an axis", Checks.LONGEST_NAME);
            Checks.atLeast(0, curvature, "the curvature along an axis");
            for (double place : places) {
                Checks.finite(place, "a place of a path");
            }
        }
    }
}
