package org.converge4j.function;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;

/**
 * A curved valley with steep walls and a nearly flat floor.
 *
 * @param jitter how far a seed moves each coordinate of the start
 */
@About(
        value = "A curved valley with steep walls and a nearly flat floor",
        family = Family.BUILT_IN,
        equation = "f = (1 − x)² + 100 (y − x²)²",
        source =
                "minimum 0 at (1, 1); start (−1.2, 1); Rosenbrock, An automatic method for finding the greatest or least value"
                        + " of a function, 1960; Moré, Garbow & Hillstrom 1981, problem 1")
public record Rosenbrock(
        @Setting(value = "how far a seed moves each coordinate of the start", atLeast = 0)
        double jitter) implements Surface {
    public Rosenbrock() {
        this(0.1);
    }

    @Override
    public double value(double x, double y) {
        double valley = y - x * x;
        return (1 - x) * (1 - x) + 100 * valley * valley;
    }

    @Override
    public Point gradient(double x, double y) {
        double valley = y - x * x;
        return new Point(-2 * (1 - x) - 400 * x * valley, 200 * valley);
    }

    @Override
    public List<Point> minima() {
        return List.of(new Point(1, 1));
    }

    @Override
    public Point start() {
        return new Point(-1.2, 1);
    }
}
