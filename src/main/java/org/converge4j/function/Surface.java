package org.converge4j.function;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.converge4j.catalog.FunctionSettings;
import org.converge4j.experiment.Curvature;
import org.converge4j.experiment.Randomness;
import org.converge4j.experiment.Resolution;

/** A function f(x, y) to be minimised; smooth, with a least value of exactly {@link #floor()}. */
public interface Surface extends FunctionSettings {
    /** f(x, y). */
    double value(double x, double y);

    /** (∂f/∂x, ∂f/∂y). */
    Point gradient(double x, double y);

    /** Every place where f is least. */
    List<Point> minima();

    /** Where runs usually start. */
    Point start();

    /** How far a seed may move each coordinate of the start, either way. */
    double jitter();

    /** The least value of f. */
    default double floor() {
        return 0;
    }

    /** The extreme eigenvalues of the Hessian, where it is the same everywhere. */
    default Optional<Curvature> curvature() {
        return Optional.empty();
    }

    /**
     * The least value over the floor that is told from none: the greatest next to a minimum, for places rounded by a share of
     * themselves, and what rounding leaves of the value itself.
     */
    default Resolution resolution() {
        return Resolution.of(unit -> rounding()
                + minima().stream()
                        .flatMap(at -> Stream.of(-2, 2)
                                .flatMap(up -> Stream.of(-2, 2)
                                        .map(right -> value(at.x() * (1 + right * unit), at.y() * (1 + up * unit)))))
                        .mapToDouble(value -> value - floor())
                        .max()
                        .orElse(0));
    }

    /** What rounding leaves of a least value that is the difference of larger numbers; 0 for a sum of squares. */
    default double rounding() {
        return 0;
    }

    /** The start of a seed: each coordinate moved by a number from U(−jitter, jitter). */
    default Point start(long seed) {
        RandomGenerator uniform = Randomness.START.stream(seed);
        return new Point(
                start().x() + jitter() * (2 * uniform.nextDouble() - 1),
                start().y() + jitter() * (2 * uniform.nextDouble() - 1));
    }
}
