package org.converge4j.experiment.training;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.converge4j.catalog.message.Checks;

/**
 * A loss or another metric to reach.
 *
 * @param kind what the value means
 * @param value a fraction in (0, 1), a loss, or a value of the metric
 * @param metric what is measured; {@link Metric#LOSS} unless the kind is {@link Kind#METRIC}
 */
public record Target(Kind kind, double value, Metric metric) {
    /** The fractions that are looked at where an experiment names no targets. */
    public static final List<Target> LADDER =
            List.of(new Target(Kind.FRACTION, 0.1), new Target(Kind.FRACTION, 0.01), new Target(Kind.FRACTION, 0.001));

    public Target {
        requireNonNull(kind, "kind");
        requireNonNull(metric, "metric");
        Checks.finite(value, "a target");
        Checks.expect(
                kind != Kind.FRACTION || (value > 0 && value < 1), "a target", "a fraction between 0 and 1", value);
    }

    /** What a target is measured in. */
    public enum Kind {
        /** A fraction of the initial excess over the floor: reached when loss − floor ≤ value · (initial loss − floor). */
        FRACTION,
        /** A loss: reached when loss ≤ value. */
        LOSS,
        /** Another metric, measured at log-spaced steps: reached when it is at least as good as the value. */
        METRIC
    }

    /** A target on the training loss. */
    public Target(Kind kind, double value) {
        this(kind, value, Metric.LOSS);
    }

    /** The target that a metric reaches a value. */
    public static Target of(Metric metric, double value) {
        return metric == Metric.LOSS ? new Target(Kind.LOSS, value) : new Target(Kind.METRIC, value, metric);
    }

    /** The loss that reaches this target, for a run that starts at a loss over a floor. */
    public double loss(double initial, double floor) {
        return kind == Kind.FRACTION ? floor + value * (initial - floor) : value;
    }

    /** Whether a value of its metric is as good as this absolute target asks. */
    public boolean isReachedBy(double measured) {
        return metric.isBetterHigher() ? measured >= value : measured <= value;
    }
}
