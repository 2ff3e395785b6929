package org.converge4j.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.analysis.theory.AsymptoticFactor;
import org.converge4j.analysis.theory.QuadraticRule;
import org.converge4j.experiment.Curvature;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.result.RunRecord;

/**
 * What theory says of an updater on a quadratic loss with all rows in every batch, beside what was measured.
 *
 * @param critical the least learning rate at which the loss no longer falls
 * @param best the constant learning rate with the fastest convergence in the long run
 * @param factor what the distance from the optimum is multiplied by each step at the best rate; the excess, by its square
 * @param largestStable the largest rate tried at which no run diverged
 * @param leastDiverging the least rate tried at which every run diverged
 * @param rates each rate tried below the critical one
 */
public record Theory(
        double critical,
        double best,
        double factor,
        Optional<Double> largestStable,
        Optional<Double> leastDiverging,
        List<Rate> rates) {
    /** A rate on the grid may be the critical one itself, but for the last digits. */
    private static final double ROUNDING = 1e-9;

    /**
     * A learning rate.
     *
     * @param rate η
     * @param predicted what the distance is multiplied by each step in the long run
     * @param measured the median over the runs; nothing if they were too short to settle
     */
    public record Rate(double rate, double predicted, Optional<Double> measured) {}

    /** Whether the rates at which runs did and did not diverge lie on either side of the critical one. */
    public boolean isBracketed() {
        return largestStable.isPresent()
                && leastDiverging.isPresent()
                && largestStable.get() <= critical * (1 + ROUNDING)
                && critical * (1 - ROUNDING) <= leastDiverging.get();
    }

    /** Nothing unless the problem is quadratic, the batches full and the rule one that theory knows. */
    static Optional<Theory> of(List<TrialSummary> trials, Optional<ProblemFacts> facts) {
        Optional<Curvature> curvature = facts.flatMap(ProblemFacts::curvature);
        Optional<QuadraticRule> rule = QuadraticRule.of(trials.get(0).trial());
        if (curvature.isEmpty()
                || rule.isEmpty()
                || !trials.get(0).trial().training().isFullBatch(facts.get().rows())) {
            return Optional.empty();
        }
        return Optional.of(of(trials, rule.get(), curvature.get()));
    }

    private static Theory of(List<TrialSummary> trials, QuadraticRule rule, Curvature curvature) {
        Optional<Double> stable = Optional.empty();
        Optional<Double> diverging = Optional.empty();
        double critical = rule.critical(curvature);
        List<Rate> rates = new ArrayList<>();
        for (TrialSummary trial : trials) {
            Optional<Double> rate = trial.trial().updater().learningRate();
            if (rate.isEmpty() || trial.answers() == 0) {
                continue;
            }
            stable = trial.diverged() == 0 ? rate : stable;
            diverging = diverging.isEmpty() && trial.diverged() == trial.answers() ? rate : diverging;
            if (rate.get() < critical) {
                rates.add(new Rate(rate.get(), rule.factor(rate.get(), curvature), measured(trial)));
            }
        }
        double best = rule.best(curvature);
        return new Theory(critical, best, rule.factor(best, curvature), stable, diverging, List.copyOf(rates));
    }

    private static Optional<Double> measured(TrialSummary trial) {
        double[] factors = TrialSummaries.answers(trial.runs()).stream()
                .flatMap(run -> measured(run).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        return factors.length == 0
                ? Optional.empty()
                : Optional.of(Quartiles.of(factors).median());
    }

    private static Optional<Double> measured(RunRecord run) {
        return run.facts().floor().flatMap(floor -> AsymptoticFactor.of(run.curve(), floor, Measure.resolution(run)));
    }
}
