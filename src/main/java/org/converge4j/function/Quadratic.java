package org.converge4j.function;

import java.util.List;
import java.util.Optional;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.experiment.Curvature;

/**
 * A bowl whose curvature is 1 along one axis and κ along the other; the axes are turned, for rules that work coordinate by
 * coordinate would find it easier if they were not.
 *
 * @param condition κ, the ratio of the two curvatures
 * @param angle by which the axes are turned, in degrees
 * @param jitter how far a seed moves each coordinate of the start
 */
@About(
        value = "A bowl of a given condition number",
        family = Family.BUILT_IN,
        equation = "f = ½ (u² + κ v²);  u = x cos α + y sin α;  v = y cos α − x sin α",
        source = "minimum 0 at (0, 0); start (4, 3)")
public record Quadratic(
        @Setting(value = "κ, the ratio of the two curvatures", atLeast = 1, atMost = 1e12)
        double condition,

        @Setting(value = "α by which the axes are turned, in degrees", atLeast = -360, atMost = 360)
        double angle,

        @Setting(value = "how far a seed moves each coordinate of the start", atLeast = 0)
        double jitter)
        implements Surface {
    /** Steep enough to make gradient descent slow, and turned. */
    public Quadratic() {
        this(100, 30, 0.1);
    }

    @Override
    public double value(double x, double y) {
        double u = along(x, y);
        double v = across(x, y);
        return (u * u + condition * v * v) / 2;
    }

    @Override
    public Point gradient(double x, double y) {
        double u = along(x, y);
        double v = condition * across(x, y);
        return new Point(u * cos() - v * sin(), u * sin() + v * cos());
    }

    @Override
    public List<Point> minima() {
        return List.of(new Point(0, 0));
    }

    @Override
    public Point start() {
        return new Point(4, 3);
    }

    @Override
    public Optional<Curvature> curvature() {
        return Optional.of(new Curvature(condition, 1));
    }

    private double along(double x, double y) {
        return x * cos() + y * sin();
    }

    private double across(double x, double y) {
        return y * cos() - x * sin();
    }

    private double cos() {
        return Math.cos(Math.toRadians(angle));
    }

    private double sin() {
        return Math.sin(Math.toRadians(angle));
    }
}
