package org.converge4j.function;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.converge4j.catalog.FunctionSettings;
import org.converge4j.experiment.Curvature;
import org.converge4j.experiment.Randomness;

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

    /** The start of a seed: each coordinate moved by a number from U(−jitter, jitter). */
    default Point start(long seed) {
        RandomGenerator uniform = Randomness.START.stream(seed);
        return new Point(
                start().x() + jitter() * (2 * uniform.nextDouble() - 1),
                start().y() + jitter() * (2 * uniform.nextDouble() - 1));
    }
}
