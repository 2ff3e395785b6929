package org.converge4j.analysis;

import java.util.List;
import java.util.Optional;
import org.converge4j.experiment.Precision;
import org.converge4j.experiment.Target;
import org.converge4j.result.Metrics;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;

/**
 * What runs are compared by: a positive number, the less the better, infinite for a run that failed at it.
 *
 * @param target the loss whose first crossing is counted in steps; without one, the final excess is compared
 */
public record Measure(Optional<Target> target) {
    /** Final loss − floor, or the final loss where no floor is known. */
    public static final Measure FINAL = new Measure(Optional.empty());

    /** Steps to a target. */
    public static Measure stepsTo(Target target) {
        return new Measure(Optional.of(target));
    }

    /** What a run scores; its curve must not be empty. */
    public double of(RunRecord run) {
        return target.map(t -> Math.max(1, steps(t, run)))
                .orElseGet(() -> Math.max(finalLoss(run) - run.facts().floor().orElse(0.0), resolution(run)));
    }

    /** The loss a run ended with; infinite if it diverged. */
    static double finalLoss(RunRecord run) {
        return run.outcome() == Outcome.DIVERGED
                ? Double.POSITIVE_INFINITY
                : run.curve().last();
    }

    /** The first recorded step at which a run was at or below a target; infinite if none was. */
    static double steps(Target target, RunRecord run) {
        if (!isDefined(target, run)) {
            return Double.POSITIVE_INFINITY;
        }
        if (target.kind() == Target.Kind.METRIC) {
            return steps(target, run.metrics());
        }
        double loss = target.loss(run.curve().first(), run.facts().floor().orElse(0.0));
        for (int i = 0; i < run.curve().size(); i++) {
            if (run.curve().loss(i) <= loss) {
                return run.curve().step(i);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double steps(Target target, Metrics metrics) {
        List<Double> values = metrics.values().getOrDefault(target.metric(), List.of());
        for (int i = 0; i < values.size(); i++) {
            if (target.isReachedBy(values.get(i))) {
                return metrics.steps().get(i);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Whether a target can be told for a run: a fraction of the excess needs a floor. */
    static boolean isDefined(Target target, RunRecord run) {
        return target.kind() != Target.Kind.FRACTION || run.facts().floor().isPresent();
    }

    /**
     * The least excess that is told apart from none: what rounding leaves of the initial loss. Below it, all runs are equal;
     * without it, runs that have solved a problem would be ranked by their rounding errors.
     */
    static double resolution(RunRecord run) {
        double share = run.spec().trial().training().precision() == Precision.DOUBLE ? 1e-12 : 1e-6;
        return Math.max(share * Math.abs(run.curve().first()), Double.MIN_NORMAL);
    }
}
