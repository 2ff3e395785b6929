package org.converge4j.analysis;

import java.util.List;
import java.util.Optional;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Target;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;

/**
 * What runs are compared by: a positive number, the less the better, infinite for a run that failed at it.
 *
 * @param kind what is looked at
 * @param target the target whose first crossing is counted in steps; nothing for the other kinds
 * @param metric whose value is compared; {@link Metric#LOSS} for the excess, and for a target
 */
public record Measure(Kind kind, Optional<Target> target, Metric metric) {
    /** What of a run is looked at. */
    public enum Kind {
        /** The metric at the run's end. */
        FINAL,
        /** The best value of the metric at any step at which it was measured; a run that diverged has none. */
        BEST,
        /** The steps to a target. */
        STEPS
    }

    /** Final loss − floor, or the final loss where no floor is known. */
    public static final Measure FINAL = at(Kind.FINAL, Metric.LOSS);

    /** Steps to a target. */
    public static Measure stepsTo(Target target) {
        return new Measure(Kind.STEPS, Optional.of(target), Metric.LOSS);
    }

    /** A metric at the end, or the best along the curve; what is missing to 1 where more of it is better. */
    public static Measure at(Kind kind, Metric metric) {
        return new Measure(kind, Optional.empty(), metric);
    }

    /** What a run scores; its curve must not be empty. */
    public double of(RunRecord run) {
        if (kind != Kind.STEPS && run.outcome() == Outcome.DIVERGED) {
            return Double.POSITIVE_INFINITY;
        }
        return switch (kind) {
            case STEPS -> Math.max(1, steps(target.orElseThrow(), run));
            case FINAL ->
                metric == Metric.LOSS
                        ? excess(finalLoss(run), run)
                        : score(run.metrics().last(metric), run);
            case BEST -> metric == Metric.LOSS ? excess(leastLoss(run), run) : score(bestValue(run), run);
        };
    }

    /** Whether it is {@link #FINAL}. */
    public boolean isFinalLoss() {
        return kind == Kind.FINAL && metric == Metric.LOSS;
    }

    /** Whether it is measured on the test part. */
    public boolean isOfTest() {
        return watched().isOfTest();
    }

    /** The metric whose curve shows it: the one that is compared, or that is to reach a value. */
    public Metric watched() {
        return target.map(Target::metric).orElse(metric);
    }

    /** Whether a run can be scored: a fraction of the excess needs a floor, and not every problem has every metric. */
    public boolean isDefined(RunRecord run) {
        return target.map(each -> isDefined(each, run))
                .orElseGet(() -> metric == Metric.LOSS || run.metrics().values().containsKey(metric));
    }

    /** The loss a run ended with; infinite if it diverged. */
    static double finalLoss(RunRecord run) {
        return run.outcome() == Outcome.DIVERGED
                ? Double.POSITIVE_INFINITY
                : run.curve().last();
    }

    /** A loss over the floor, not below what rounding leaves. */
    static double excess(double loss, RunRecord run) {
        return Math.max(Excess.of(run).of(loss), Double.MIN_NORMAL);
    }

    private static double leastLoss(RunRecord run) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < run.curve().size(); i++) {
            least = Math.min(least, run.curve().loss(i));
        }
        return least;
    }

    private Optional<Double> bestValue(RunRecord run) {
        return run.metrics().values().getOrDefault(metric, List.of()).stream()
                .reduce((a, b) -> metric.isBetterHigher() == (a > b) ? a : b);
    }

    /** A share of rows is told to half a row; without a value, the run failed. */
    private double score(Optional<Double> value, RunRecord run) {
        ProblemFacts facts = run.facts();
        double least = metric.isShare()
                ? 0.5 / Math.max(1, metric.isOfTest() ? facts.testRows() : facts.rows())
                : resolution(run);
        return value.map(v -> Math.max(metric.isBetterHigher() ? 1 - v : v, least))
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The first step at which a run is known to have met a target; infinite if it did not. */
    static double steps(Target target, RunRecord run) {
        return isDefined(target, run)
                ? Reach.of(target, run).map(reach -> (double) reach.at()).orElse(Double.POSITIVE_INFINITY)
                : Double.POSITIVE_INFINITY;
    }

    /** Whether a target can be told for a run: a fraction of the excess needs a floor. */
    static boolean isDefined(Target target, RunRecord run) {
        return target.kind() != Target.Kind.FRACTION || run.facts().floor().isPresent();
    }

    /**
     * The least excess that is told apart from none. Below it, all runs are equal; without it, runs that have solved a problem
     * would be ranked by their rounding errors.
     */
    static double resolution(RunRecord run) {
        return Excess.of(run).resolution();
    }
}
