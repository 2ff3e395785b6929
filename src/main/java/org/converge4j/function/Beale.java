package org.converge4j.function;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;

/**
 * A flat plateau between steep walls; far out f grows like the eighth power.
 *
 * @param jitter how far a seed moves each coordinate of the start
 */
@About(
        value = "A flat plateau between steep walls",
        family = Family.BUILT_IN,
        equation = "f = (1.5 − x + x y)² + (2.25 − x + x y²)² + (2.625 − x + x y³)²",
        source =
                "minimum 0 at (3, 0.5); start (1, 1); Beale, On an iterative method of finding a local minimum of a function of"
                        + " more than one variable, 1958; Moré, Garbow & Hillstrom 1981, problem 5")
public record Beale(
        @Setting(value = "how far a seed moves each coordinate of the start", atLeast = 0)
        double jitter) implements Surface {
    private static final double[] CONSTANTS = {1.5, 2.25, 2.625};

    public Beale() {
        this(0.1);
    }

    @Override
    public double value(double x, double y) {
        double sum = 0;
        double power = y;
        for (double constant : CONSTANTS) {
            double term = constant - x * (1 - power);
            sum += term * term;
            power *= y;
        }
        return sum;
    }

    @Override
    public Point gradient(double x, double y) {
        double dx = 0;
        double dy = 0;
        double lower = 1;
        for (int i = 0; i < CONSTANTS.length; i++) {
            double power = lower * y;
            double term = CONSTANTS[i] - x * (1 - power);
            dx -= 2 * term * (1 - power);
            dy += 2 * term * x * (i + 1) * lower;
            lower = power;
        }
        return new Point(dx, dy);
    }

    @Override
    public List<Point> minima() {
        return List.of(new Point(3, 0.5));
    }

    @Override
    public Point start() {
        return new Point(1, 1);
    }
}
