package org.converge4j.function;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;

/**
 * Four minima, all as deep as each other.
 *
 * @param jitter how far a seed moves each coordinate of the start
 */
@About(
        value = "Four minima, all as deep as each other",
        family = Family.BUILT_IN,
        equation = "f = (x² + y − 11)² + (x + y² − 7)²",
        source =
                "minimum 0 at (3, 2), (−2.805, 3.131), (−3.779, −3.283) and (3.584, −1.848); start (0, 0), between them;"
                        + " Himmelblau, Applied Nonlinear Programming, 1972")
public record Himmelblau(
        @Setting(value = "how far a seed moves each coordinate of the start", atLeast = 0)
        double jitter) implements Surface {
    public Himmelblau() {
        this(0.1);
    }

    @Override
    public double value(double x, double y) {
        double one = x * x + y - 11;
        double other = x + y * y - 7;
        return one * one + other * other;
    }

    @Override
    public Point gradient(double x, double y) {
        double one = x * x + y - 11;
        double other = x + y * y - 7;
        return new Point(4 * x * one + 2 * other, 2 * one + 4 * y * other);
    }

    @Override
    public List<Point> minima() {
        return List.of(
                new Point(3, 2),
                new Point(-2.805118086952745, 3.1313125182505730),
                new Point(-3.779310253377747, -3.2831859912861696),
                new Point(3.5844283403304917, -1.8481265269644036));
    }

    @Override
    public Point start() {
        return new Point(0, 0);
    }
}
