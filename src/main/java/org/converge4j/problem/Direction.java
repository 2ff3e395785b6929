package org.converge4j.problem;

/**
 * A direction of a parameter space, seen from an origin.
 *
 * @param name for reports
 * @param curvature of the loss along it, where it is a principal axis of a quadratic loss; else 0
 * @param unit the direction, of length 1, in DL4J's flat order
 * @param origin the place of the origin along it
 */
public record Direction(String name, double curvature, double[] unit, double origin) {
    /** How far parameters lie from the origin along this direction. */
    public double place(double[] parameters) {
        double place = -origin;
        for (int i = 0; i < unit.length; i++) {
            place += unit[i] * parameters[i];
        }
        return place;
    }
}
