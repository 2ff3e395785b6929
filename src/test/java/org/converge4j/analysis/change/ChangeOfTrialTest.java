package org.converge4j.analysis.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.Experiments;
import org.converge4j.analysis.change.TrialChange.Verdict;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.junit.jupiter.api.Test;

class ChangeOfTrialTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final double[] FAILED = {};
    private static final double[] DIVERGED = {1, 9, INFINITE};
    private static final double[] CURVE = {1, .5, .2};

    @Test
    void comparesOnlyWhatWasTrainedAlike() {
        assertThat(why(base(), trained(4, 0, Precision.DOUBLE))).isEqualTo("the budgets differ");
        assertThat(why(base(), trained(3, 2, Precision.DOUBLE))).isEqualTo("batch or precision differs");
        assertThat(why(base(), trained(3, 0, Precision.FLOAT))).isEqualTo("batch or precision differs");
        ProblemFacts others = new ProblemFacts(5, 10, 1, 11, "another hash", Optional.of(0.0));
        assertThat(why(base(), new Experiments().on(Experiments.PROBLEM, others).trial("sgd", .1, CURVE)))
                .isEqualTo("the data differ");
        assertThat(why(base(), new Experiments().trial("sgd", .1, FAILED, CURVE)))
                .isEqualTo("no seed has an answer in both");
    }

    @Test
    void startsAlikeToFiveDigits() {
        assertThat(why(starting(4), starting(4.00003))).isEmpty();
        assertThat(why(starting(4), starting(4.00005))).isEqualTo("the starting points differ");
    }

    @Test
    void callsRunsThatFailNowWorse() {
        TrialChange change = change(seeds(CURVE, CURVE, FAILED, CURVE), seeds(FAILED, FAILED, CURVE, CURVE));
        assertThat(change.verdict()).isEqualTo(Verdict.WORSE);
        assertThat(change.why()).isEqualTo("1 more of its runs failed");
        assertThat(change(seeds(FAILED, CURVE, CURVE), seeds(FAILED, CURVE, CURVE))
                        .verdict())
                .isEqualTo(Verdict.NO_DIFFERENCE);
    }

    @Test
    void callsRunsThatSucceedNowBetter() {
        double[][] before = seven(CURVE);
        before[0] = before[1] = DIVERGED;
        double[][] after = seven(CURVE);
        after[2] = DIVERGED;
        TrialChange change = change(seeds(before), seeds(after));
        assertThat(change.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(change.why()).isEqualTo("final excess: 1 more of 7 seeds succeed");
        assertThat(change.changes().get(0).newFailures()).isEqualTo(1);
        assertThat(change.changes().get(0).newSuccesses()).isEqualTo(2);
    }

    @Test
    void findsNoDifferenceFromFewSeedsOnlyWhereNothingDiffers() {
        assertThat(change(seeds(CURVE, DIVERGED, CURVE), seeds(CURVE, DIVERGED, CURVE))
                        .verdict())
                .isEqualTo(Verdict.NO_DIFFERENCE);
        // the median of three ratios is 1 though one seed fails and another succeeds
        assertThat(change(seeds(CURVE, DIVERGED, CURVE), seeds(DIVERGED, CURVE, CURVE))
                        .verdict())
                .isEqualTo(Verdict.NOT_COMPARABLE);
    }

    @Test
    void needsFiveSeeds() {
        double[][] five = {CURVE, CURVE, CURVE, CURVE, CURVE};
        double[][] worse = five.clone();
        Arrays.fill(worse, new double[] {1, .5, .4});
        assertThat(change(seeds(five), seeds(worse)).verdict()).isEqualTo(Verdict.WORSE);
    }

    @Test
    void saysWhetherAnyBecameWorse() {
        Comparison good = seeds(seven(CURVE)).comparison(7, 0);
        Comparison bad = seeds(seven(new double[] {1, .5, .4})).comparison(7, 0);
        assertThat(Changes.between(good, bad, 0).isRegression()).isTrue();
        assertThat(Changes.between(bad, good, 0).isRegression()).isFalse();
        assertThat(Changes.between(good, good, 0).isRegression()).isFalse();
    }

    @Test
    void namesNothingThatBothHave() {
        Comparison one = seeds(CURVE).comparison(1, 0);
        Changes changes = Changes.between(one, one, 0);
        assertThat(changes.gone()).isEmpty();
        assertThat(changes.added()).isEmpty();
    }

    @Test
    void hasWordsForATable() {
        assertThat(Verdict.values())
                .extracting(Verdict::words)
                .containsExactly("worse", "better", "no difference", "not comparable");
    }

    private static Experiments base() {
        return new Experiments().trial("sgd", .1, CURVE);
    }

    private static Experiments trained(int steps, int batch, Precision precision) {
        return new Experiments()
                .trained(new Training(new Budget(Budget.Unit.STEPS, steps), batch, precision, Recording.EVERY_STEP))
                .trial("sgd", .1, CURVE);
    }

    private static Experiments starting(double first) {
        return seeds(new double[] {first, .5, .2});
    }

    private static Experiments seeds(double[]... curves) {
        return new Experiments().trial("sgd", .1, curves);
    }

    private static double[][] seven(double[] curve) {
        return Collections.nCopies(7, curve).toArray(double[][]::new);
    }

    private static String why(Experiments base, Experiments next) {
        return change(base, next).why();
    }

    private static TrialChange change(Experiments base, Experiments next) {
        return Changes.between(base.comparison(7, 0), next.comparison(7, 0), 0.05)
                .trials()
                .get(0);
    }
}
