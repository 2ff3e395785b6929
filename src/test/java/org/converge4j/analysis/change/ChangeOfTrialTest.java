package org.converge4j.analysis.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.IntStream;
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

    /** Two of three runs fail now, and one no longer: chance. All of seven: p = 2 / 2⁷. */
    @Test
    void countsARunThatFailsNowAsTheWorst() {
        TrialChange change =
                change(seeds(CURVE, curve(.21), FAILED, curve(.22)), seeds(FAILED, FAILED, CURVE, curve(.22)));
        assertThat(change.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(change.why()).startsWith("final excess: 1 more of 4 seeds fail");
        double[][] mostFail = new double[8][];
        Arrays.fill(mostFail, FAILED);
        mostFail[7] = CURVE;
        double[][] before = seven();
        double[][] eight = Arrays.copyOf(before, 8);
        eight[7] = CURVE;
        assertThat(Changes.between(
                                seeds(eight).comparison(8, 0), seeds(mostFail).comparison(8, 0), 0.05)
                        .trials()
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.WORSE);
    }

    @Test
    void countsSeedsThatDoTheSameOnce() {
        double[][] equal = Collections.nCopies(7, CURVE).toArray(double[][]::new);
        double[][] worse = Collections.nCopies(7, curve(.4)).toArray(double[][]::new);
        TrialChange change = change(seeds(equal), seeds(worse));
        assertThat(change.changes().get(0).seeds()).isEqualTo(1);
        assertThat(change.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void cannotTellFromRunsOfWhichOneMoreSucceeds() {
        double[][] before = seven();
        before[0] = before[1] = DIVERGED;
        double[][] after = seven();
        after[2] = DIVERGED;
        TrialChange change = change(seeds(before), seeds(after));
        assertThat(change.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(change.why()).startsWith("final excess: 1 more of 7 seeds succeed");
        assertThat(change.changes().get(0).newFailures()).isEqualTo(1);
        assertThat(change.changes().get(0).newSuccesses()).isEqualTo(2);
    }

    @Test
    void findsNoDifferenceFromFewSeedsOnlyWhereNothingDiffers() {
        assertThat(change(seeds(CURVE, DIVERGED, curve(.3)), seeds(CURVE, DIVERGED, curve(.3)))
                        .verdict())
                .isEqualTo(Verdict.NO_DIFFERENCE);
        assertThat(change(seeds(CURVE, DIVERGED, curve(.3)), seeds(DIVERGED, CURVE, curve(.3)))
                        .verdict())
                .isEqualTo(Verdict.CANNOT_TELL);
    }

    /** The least p of five seeds is 2 / 2⁵ = 0.0625, of six 0.03125. */
    @Test
    void needsSixSeeds() {
        double[][] before = seven();
        double[][] after = seven(.4);
        assertThat(change(seeds(Arrays.copyOf(before, 5)), seeds(Arrays.copyOf(after, 5)))
                        .verdict())
                .isEqualTo(Verdict.CANNOT_TELL);
        assertThat(change(seeds(Arrays.copyOf(before, 6)), seeds(Arrays.copyOf(after, 6)))
                        .verdict())
                .isEqualTo(Verdict.WORSE);
    }

    @Test
    void saysWhetherAnyBecameWorse() {
        Comparison good = seeds(seven()).comparison(7, 0);
        Comparison bad = seeds(seven(.4)).comparison(7, 0);
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
                .containsExactly("worse", "better", "no difference", "cannot tell", "not comparable");
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

    private static double[][] seven() {
        return seven(.2);
    }

    /** Seven seeds that differ. */
    private static double[][] seven(double last) {
        return IntStream.range(0, 7)
                .mapToObj(i -> curve(last * (1 + i / 100.0)))
                .toArray(double[][]::new);
    }

    private static double[] curve(double last) {
        return new double[] {1, .5, last};
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
