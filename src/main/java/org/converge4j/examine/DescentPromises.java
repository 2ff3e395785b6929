package org.converge4j.examine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.catalog.Variant;
import org.converge4j.updater.Block;
import org.converge4j.updater.Updater;

/** What is promised of an updater's descent: at some learning rate of the grid, the loss falls. */
final class DescentPromises {
    /** The grid: the default learning rate times 10^−6 … 10^2. */
    private static final int LEAST_POWER = -6;

    private static final int MOST_POWER = 2;
    private static final int STEPS = 100;

    /** For rules that want a matrix, two numbers are one. */
    private static final List<Block> PLACE = List.of(new Block("place", 0, 1, 2, true));

    private final Variant<UpdaterSettings> variant;

    DescentPromises(Variant<UpdaterSettings> variant) {
        this.variant = variant;
    }

    List<Promise> all() {
        return List.of(
                new Promise(
                        "the loss falls on the quadratic ½(x² + y²/10)",
                        () -> falls(new double[] {1, 1}, p -> (p[0] * p[0] + p[1] * p[1] / 10) / 2, p ->
                                new double[] {p[0], p[1] / 10})),
                new Promise(
                        "the loss falls on Rosenbrock's (1 − x)² + 100 (y − x²)²",
                        () -> falls(
                                new double[] {-1.2, 1},
                                p -> square(1 - p[0]) + 100 * square(p[1] - p[0] * p[0]),
                                p -> new double[] {
                                    -2 * (1 - p[0]) - 400 * p[0] * (p[1] - p[0] * p[0]), 200 * (p[1] - p[0] * p[0])
                                })));
    }

    private Optional<String> falls(double[] start, ToDoubleFunction<double[]> loss, UnaryOperator<double[]> gradient) {
        double before = loss.applyAsDouble(start);
        boolean fell = IntStream.rangeClosed(LEAST_POWER, MOST_POWER)
                .mapToDouble(power -> loss.applyAsDouble(descend(start, loss, gradient, Math.pow(10, power))))
                .anyMatch(after -> after < before);
        return Promise.unless(
                fell,
                "after " + STEPS + " steps it is not below " + before
                        + " at any of 10^-6 … 10^2 times the default learning rate");
    }

    private double[] descend(
            double[] start, ToDoubleFunction<double[]> loss, UnaryOperator<double[]> gradient, double factor) {
        return new Slope(loss, gradient, PLACE)
                .descend((Updater) variant.create(Map.of()), Slope.scaled(factor), start, STEPS);
    }

    private static double square(double x) {
        return x * x;
    }
}
