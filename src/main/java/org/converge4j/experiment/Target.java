package org.converge4j.experiment;

/**
 * A loss to reach.
 *
 * @param kind what the value means
 * @param value a fraction in (0, 1), or a loss
 */
public record Target(Kind kind, double value) {
    /** What a target is measured in. */
    public enum Kind {
        /** A fraction of the initial excess over the floor: reached when loss − floor ≤ value · (initial loss − floor). */
        FRACTION,
        /** A loss: reached when loss ≤ value. */
        LOSS
    }

    /** The loss that reaches this target, for a run that starts at a loss over a floor. */
    public double loss(double initial, double floor) {
        return kind == Kind.LOSS ? value : floor + value * (initial - floor);
    }
}
