package org.converge4j.function;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;

/**
 * A bowl full of dents, each with a local minimum: which one a run ends in depends on start and step size more than on the rule.
 *
 * @param jitter how far a seed moves each coordinate of the start
 */
@About(
        value = "A bowl full of local minima",
        family = Family.BUILT_IN,
        equation = "f = 20 + x² − 10 cos 2πx + y² − 10 cos 2πy",
        source =
                "minimum 0 at (0, 0), a local one near every pair of whole numbers; start (−2, 3.5), as pytorch_optimizer's gallery"
                        + " has it; Rastrigin, Systems of extremal control, 1974")
public record Rastrigin(
        @Setting(value = "how far a seed moves each coordinate of the start", atLeast = 0)
        double jitter) implements Surface {
    private static final double TURN = 2 * Math.PI;

    public Rastrigin() {
        this(0.1);
    }

    @Override
    public double value(double x, double y) {
        return 20 + dent(x) + dent(y);
    }

    @Override
    public Point gradient(double x, double y) {
        return new Point(slope(x), slope(y));
    }

    @Override
    public double rounding() {
        return 20 * Math.ulp(1.0);
    }

    @Override
    public List<Point> minima() {
        return List.of(new Point(0, 0));
    }

    @Override
    public Point start() {
        return new Point(-2, 3.5);
    }

    private static double dent(double x) {
        return x * x - 10 * Math.cos(TURN * x);
    }

    private static double slope(double x) {
        return 2 * x + 10 * TURN * Math.sin(TURN * x);
    }
}
