package org.converge4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.converge4j.analysis.TrialSummary.BudgetSummary;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.analysis.statistics.Sensitivity;
import org.converge4j.result.Outcome;
import org.converge4j.result.store.Baseline;
import org.converge4j.result.store.ForeignCurves;
import org.converge4j.wording.FolderCommands;
import org.junit.jupiter.api.Test;

class TrialSummariesTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final double[] FAILED = {};
    private static final double[] DIVERGED = {5, INFINITE};

    @Test
    void quartilesAreOverTheRunsThatAnswer() {
        TrialSummary trial = only(new Experiments()
                .on(Experiments.PROBLEM, Experiments.over(Optional.of(.5)))
                .trial("sgd", .1, new double[] {1, 1}, FAILED, new double[] {2, 2}, new double[] {3, 3}));
        assertThat(trial.runs()).hasSize(4);
        assertThat(trial.answers()).isEqualTo(3);
        assertThat(trial.outcomes()).containsEntry(Outcome.BUDGET_SPENT, 3).containsEntry(Outcome.FAILED, 1);
        assertThat(trial.initial()).contains(new Quartiles(1.5, 2, 2.5));
        assertThat(trial.loss()).contains(new Quartiles(1.5, 2, 2.5));
        assertThat(trial.excess()).contains(new Quartiles(1, 1.5, 2));
    }

    @Test
    void anExcessNeedsAFloor() {
        TrialSummary trial = only(new Experiments()
                .on(Experiments.PROBLEM, Experiments.over(Optional.empty()))
                .trial("sgd", .1, new double[] {1, 1}));
        assertThat(trial.loss()).isPresent();
        assertThat(trial.excess()).isEmpty();
    }

    @Test
    void targetsThatNeedAFloorCountNoRuns() {
        TrialSummary trial = new Experiments()
                .on(Experiments.PROBLEM, Experiments.over(Optional.empty()))
                .trial("sgd", .1, new double[] {1, .1})
                .compare(4, 0, .5)
                .trials()
                .get(0);
        assertThat(trial.targets()).singleElement().satisfies(target -> {
            assertThat(target.of()).isZero();
            assertThat(target.steps()).isEmpty();
            assertThat(target.expected()).isEqualTo(INFINITE);
        });
    }

    @Test
    void bandsReachAsFarAsTheLongestRun() {
        TrialSummary trial = only(new Experiments()
                .trial("sgd", .1, DIVERGED, new double[] {1, 2, 3}, new double[] {1, 3, 5}, new double[] {1, 4, 7}));
        Band band = trial.band();
        assertThat(band).hasSize(3);
        assertThat(band.step(2)).isEqualTo(2);
        // R: quantile(c(1, 1, 1, 5)) and quantile(c(2, 3, 4, Inf)), whose third quartile lies beside ∞
        assertThat(band.get(0)).isEqualTo(new TrialSummary.BandPoint(0, new Quartiles(1, 1, 2)));
        assertThat(band.lower(1)).isEqualTo(2.75);
        assertThat(band.median(1)).isEqualTo(3.5);
        assertThat(band.upper(1)).isEqualTo(INFINITE);
        assertThat(band.upper(0)).isEqualTo(2);
    }

    @Test
    void nothingIsSaidWithoutRuns() {
        TrialSummary trial = only(new Experiments().trial("sgd", .1));
        assertThat(trial.band()).isEmpty();
        assertThat(trial.loss()).isEmpty();
        assertThat(trial.budgets()).isEmpty();
        assertThat(trial.isGuest()).isFalse();
    }

    @Test
    void budgetsAreTenTimesAsMuchEach() {
        double[] curve =
                IntStream.rangeClosed(0, 120).mapToDouble(step -> 1000 - step).toArray();
        TrialSummary trial = only(new Experiments().trial("sgd", .1, curve));
        assertThat(trial.budgets()).extracting(BudgetSummary::steps).containsExactly(1, 10, 100, 120);
        assertThat(trial.budgets())
                .extracting(budget -> budget.loss().median())
                .containsExactly(999.0, 990.0, 900.0, 880.0);
    }

    @Test
    void guestsAreComparedButNotCounted() {
        double[] curve = {1, .5};
        Comparison comparison = new Experiments()
                .trial("sgd", .1, curve, FAILED)
                .guest(Baseline.TRAINER, "old", .1, curve)
                .guest(ForeignCurves.TRAINER, "torch", .1, curve)
                .comparison(3, 1);
        ProblemComparison problem = comparison.problems().get(0);
        assertThat(problem.trials()).extracting(TrialSummary::isGuest).containsExactly(false, true, true);
        assertThat(problem.trials()).extracting(TrialSummary::isImported).containsExactly(false, false, true);
        assertThat(problem.trials()).extracting(TrialSummary::isBaseline).containsExactly(false, true, false);
        assertThat(problem.updaters()).extracting(UpdaterSummary::name).containsExactly("sgd", "torch");
        assertThat(problem.updater("torch").orElseThrow().chosen()).isPresent();
        assertThat(comparison.outcomes())
                .containsOnly(Map.entry(Outcome.BUDGET_SPENT, 1), Map.entry(Outcome.FAILED, 1));
        // of three reporting seeds and a tuning seed, two have a record
        assertThat(comparison.missing()).isEqualTo(2);
    }

    /** Runs of tuning seeds are runs, too: the third of these diverges. */
    @Test
    void outcomesAreThoseOfAllSeeds() {
        double[] curve = {1, .5};
        assertThat(new Experiments()
                        .trial("sgd", .1, curve, curve, new double[] {1, Double.POSITIVE_INFINITY})
                        .comparison(2, 1)
                        .outcomes())
                .containsOnly(Map.entry(Outcome.BUDGET_SPENT, 2), Map.entry(Outcome.DIVERGED, 1));
    }

    @Test
    void environmentsAreThoseOfAnswers() {
        Comparison comparison =
                new Experiments().trial("sgd", .1, new double[] {1, .5}, FAILED).comparison(2, 0);
        assertThat(comparison.environments())
                .hasSize(1)
                .allMatch(e -> e.system().isEmpty());
        Comparison elsewhere = comparison.in(FolderCommands.of("there"));
        assertThat(elsewhere.commands().folder()).isEqualTo("there");
        assertThat(elsewhere.problems()).isEqualTo(comparison.problems());
    }

    @Test
    void tuningRunsAreNotMissing() {
        Comparison comparison = new Experiments()
                .trial("sgd", .1, new double[] {1, .5}, new double[] {1, .5}, new double[] {1, .5})
                .comparison(2, 2);
        assertThat(comparison.missing()).isEqualTo(1);
    }

    @Test
    void sensitivityAndChanceOfAGridAreThoseOfItsTrials() {
        UpdaterSummary updater = new Experiments()
                .trial("sgd", 1, new double[] {1, 3}, DIVERGED, DIVERGED, DIVERGED)
                .trial("sgd", .1, curve(1), curve(2), curve(2), curve(5))
                .trial("sgd", .01, curve(4), curve(4), curve(4), curve(4))
                .trial("sgd", .001)
                .compare(4, 0)
                .updaters()
                .get(0);
        Sensitivity sensitivity = updater.sensitivity().orElseThrow();
        assertThat(sensitivity.points()).extracting(Sensitivity.Point::rate).containsExactly(.01, .1, 1.0);
        assertThat(sensitivity.points()).extracting(Sensitivity.Point::failed).containsExactly(0.0, 0.0, 0.75);
        assertThat(sensitivity.width()).isEqualTo(1, within(1e-12));
        // medians 2, 4 and ∞: one draw is each with chance 1/3, the best of two at most 2 with 5/9, at most 4 with 8/9
        assertThat(updater.bestOf())
                .containsExactly(
                        new Quartiles(2, 4, INFINITE),
                        new Quartiles(2, 2, 4),
                        // 19/27 and 26/27
                        new Quartiles(2, 2, 4));
    }

    /** From 9, a tenth is 0.9: one seed of the greatest rate misses it, the others are there after 1, 2 and 2 steps. */
    @Test
    void howSoonTheTargetIsReachedDependsOnTheRate() {
        UpdaterSummary updater = new Experiments()
                .trial("sgd", 1, new double[] {9, .1, .1}, new double[] {9, 5, .1}, new double[] {9, 5, .1}, DIVERGED)
                .trial("sgd", .1, new double[] {9, .1, .1}, new double[] {9, .1, .1})
                .comparison(4, 0, .1)
                .problems()
                .get(0)
                .updaters()
                .get(0);
        assertThat(updater.reaching().orElseThrow().points())
                .containsExactly(
                        new Sensitivity.Point(.1, Quartiles.of(1, 1), 0),
                        new Sensitivity.Point(1, Quartiles.of(1, 2, 2, INFINITE), .25));
        assertThat(new Experiments()
                        .trial("sgd", 1, curve(1))
                        .trial("sgd", .1, curve(1))
                        .compare(4, 0)
                        .updaters()
                        .get(0)
                        .reaching())
                .isEmpty();
    }

    private static TrialSummary only(Experiments experiments) {
        return experiments.compare(4, 0).trials().get(0);
    }

    private static double[] curve(double last) {
        return new double[] {9, last};
    }
}
