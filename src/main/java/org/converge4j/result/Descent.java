package org.converge4j.result;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.converge4j.catalog.message.Checks;

/**
 * Where one run of a trial went, seen along a few directions of its parameter space, at steps that are about equally far apart
 * on a logarithmic axis.
 *
 * @param seed of the run
 * @param steps ascending from 0; fewer than the budget's if it diverged
 * @param losses at those steps
 * @param axes the directions, at least two
 * @param bowl the loss that it went down, where that is a small quadratic; of trials that differ in their learning rate alone, the
 *     first one's path has it
 */
public record Descent(long seed, int[] steps, double[] losses, List<Axis> axes, Optional<Bowl> bowl) {
    /** A path is looked at some two hundred times. */
    private static final int MOST_POINTS = 1000;

    private static final int MOST_AXES = 10;

    public Descent {
        axes = List.copyOf(axes);
        int directions = axes.size();
        requireNonNull(bowl, "bowl")
                .ifPresent(loss -> Checks.expect(
                        loss.axes().size() == directions,
                        "axes of a bowl",
                        "the path's " + directions,
                        loss.axes().size()));
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

    /** A path alone. */
    public Descent(long seed, int[] steps, double[] losses, List<Axis> axes) {
        this(seed, steps, losses, axes, Optional.empty());
    }

    /** The same path, no further than to a step. */
    public Descent until(int last) {
        int size = (int) IntStream.of(steps).filter(step -> step <= last).count();
        return new Descent(
                seed,
                Arrays.copyOf(steps, size),
                Arrays.copyOf(losses, size),
                axes.stream()
                        .map(axis -> new Axis(axis.name(), axis.curvature(), Arrays.copyOf(axis.places(), size)))
                        .toList(),
                bowl);
    }

    /** The same path, over this loss. */
    public Descent over(Optional<Bowl> loss) {
        return new Descent(seed, steps, losses, axes, loss);
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

    /**
     * The loss of a small linear network as the quadratic that it is, ½ dᵀ H d over its floor, where d is how far the parameters are
     * from the least-squares solution. Nothing else is needed to step a rule over it: no data.
     *
     * @param hessian H, row by row
     * @param axes unit vectors of the path's directions, in their order
     * @param starts where seeds begin
     */
    public record Bowl(double[] hessian, List<double[]> axes, List<Start> starts) {
        /** More parameters make a page heavy and slow. */
        public static final int MOST_PARAMETERS = 32;

        /** As many seeds as can be told apart in a picture. */
        public static final int MOST_STARTS = 20;

        public Bowl {
            int parameters = (int) Math.round(Math.sqrt(hessian.length));
            Checks.expect(
                    parameters >= 1 && parameters <= MOST_PARAMETERS && hessian.length == parameters * parameters,
                    "numbers of a Hessian",
                    "the square of 1 to " + MOST_PARAMETERS,
                    hessian.length);
            axes = List.copyOf(axes);
            starts = List.copyOf(starts);
            Checks.expect(starts.size() <= MOST_STARTS, "starts", "at most " + MOST_STARTS, starts.size());
            check(hessian, hessian.length);
            axes.forEach(axis -> check(axis, parameters));
            starts.forEach(start -> check(start.distance(), parameters));
        }

        private static void check(double[] numbers, int count) {
            Checks.expect(
                    numbers.length == count, "numbers of a bowl's vector", Integer.toString(count), numbers.length);
            for (double number : numbers) {
                Checks.finite(number, "a number of a bowl");
            }
        }
    }

    /** Where a seed begins: how far its parameters are from the solution. */
    public record Start(long seed, double[] distance) {}
}
