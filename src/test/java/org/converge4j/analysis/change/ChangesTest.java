package org.converge4j.analysis.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.converge4j.analysis.Experiments;
import org.converge4j.analysis.change.TrialChange.Verdict;
import org.converge4j.analysis.statistics.Interval;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final double[] STEADY = {.10, .11, .12, .13, .14, .15, .16};

    @Test
    void findsNoDifferenceBetweenAFolderAndItself() {
        TrialChange change = only(ending(STEADY), ending(STEADY), 0);
        assertThat(change.verdict()).isEqualTo(Verdict.NO_DIFFERENCE);
        assertThat(change.changes().get(0).interval()).isEqualTo(new Interval(1, 1));
    }

    @Test
    void callsALargerExcessWorseBeyondTheTolerance() {
        double[] worse = IntStream.range(0, 7).mapToDouble(i -> 1.2 * STEADY[i]).toArray();
        TrialChange change = only(ending(STEADY), ending(worse), 0.05);
        assertThat(change.verdict()).isEqualTo(Verdict.WORSE);
        assertThat(change.changes().get(0).ratio()).isEqualTo(1.2, within(1e-12));
        assertThat(only(ending(STEADY), ending(worse), 0.25).verdict()).isEqualTo(Verdict.NO_DIFFERENCE);
        assertThat(only(ending(worse), ending(STEADY), 0.05).verdict()).isEqualTo(Verdict.BETTER);
    }

    /** One of seven is what one run may do by chance: Wilcoxon's p of one sign is 1. */
    @Test
    void cannotTellFromOneNewDivergence() {
        double[] some = STEADY.clone();
        some[6] = INFINITE;
        TrialChange change = only(ending(STEADY), ending(some), 0.05);
        assertThat(change.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(change.why()).startsWith("final excess: 1 more of 7 seeds fail");
        assertThat(change.changes().get(0).newFailures()).isEqualTo(1);
    }

    @Test
    void callsAShareOfNewDivergencesWorse() {
        double[] none = STEADY.clone();
        Arrays.fill(none, INFINITE);
        assertThat(only(ending(STEADY), ending(none), 0.05).verdict()).isEqualTo(Verdict.WORSE);
    }

    @Test
    void saysThatBothDiverge() {
        double[] none = STEADY.clone();
        Arrays.fill(none, INFINITE);
        TrialChange change = only(ending(none), ending(none), 0.05);
        assertThat(change.verdict()).isEqualTo(Verdict.NO_DIFFERENCE);
        assertThat(change.why()).isEqualTo("both diverge on every seed");
    }

    /** Seven seeds show a change by p = 2 / 2⁷ = 0.0156, of which three such tests may be made for 5 %, not four. */
    @Test
    void sharesFivePercentAmongAllThatDiffers() {
        assertThat(verdicts(3)).containsOnly(Verdict.WORSE);
        assertThat(verdicts(4)).containsOnly(Verdict.CANNOT_TELL);
    }

    /** A file with one rate calls its trial by the variant, one with two names the rate: the trial is the same. */
    @Test
    void knowsATrialByItsSettingsWhereItsLabelIsAnother() {
        Experiments base = new Experiments().trial("adam", .1, curves(STEADY)).called("adam");
        Experiments next = new Experiments().trial("adam", .1, curves(STEADY)).trial("adam", .3, curves(STEADY));
        Changes changes = Changes.between(base.comparison(7, 0), next.comparison(7, 0), 0.05);
        assertThat(changes.trials())
                .singleElement()
                .satisfies(trial -> assertThat(trial.verdict()).isEqualTo(Verdict.NO_DIFFERENCE));
        assertThat(changes.gone()).isEmpty();
        assertThat(changes.added()).singleElement().asString().endsWith("adam learningRate=0.3");
    }

    private static List<Verdict> verdicts(int trials) {
        double[] worse = IntStream.range(0, 7).mapToDouble(i -> 2 * STEADY[i]).toArray();
        Experiments base = new Experiments();
        Experiments next = new Experiments();
        for (int i = 0; i < trials; i++) {
            base.trial("u" + i, .1, curves(STEADY));
            next.trial("u" + i, .1, curves(worse));
        }
        base.trial("same", .1, curves(STEADY));
        next.trial("same", .1, curves(STEADY));
        return Changes.between(base.comparison(7, 0), next.comparison(7, 0), 0.05).trials().stream()
                .filter(change -> !change.label().startsWith("same"))
                .map(TrialChange::verdict)
                .toList();
    }

    @Test
    void countsStepsToTheHardestTargetReached() {
        Experiments fast = new Experiments();
        Experiments slow = new Experiments();
        double[][] soon = new double[7][];
        double[][] late = new double[7][];
        for (int i = 0; i < 7; i++) {
            soon[i] = new double[] {1, .05, .05, .05 - i / 1000.0};
            late[i] = new double[] {1, .5, .05, .05 - i / 1000.0};
        }
        TrialChange change = only(fast.trial("sgd", .1, soon), slow.trial("sgd", .1, late), 0.05);
        assertThat(change.verdict()).isEqualTo(Verdict.WORSE);
        assertThat(change.why()).isEqualTo("steps to 5 % of the initial excess 2 times the base's");
    }

    @Test
    void cannotTellFromTwoSeeds() {
        TrialChange change = only(ending(.1, .2), ending(.2, .41), 0.05);
        assertThat(change.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(change.why()).endsWith("about 6 seeds would tell");
    }

    @Test
    void namesTrialsOfOneSideOnly() {
        Changes changes = Changes.between(
                new Experiments().trial("sgd", .1, curve(.1)).comparison(1, 0),
                new Experiments().trial("adam", .1, curve(.1)).comparison(1, 0),
                0);
        assertThat(changes.trials()).isEmpty();
        assertThat(changes.gone()).containsExactly("p, sgd learningRate=0.1");
        assertThat(changes.added()).containsExactly("p, adam learningRate=0.1");
    }

    @Test
    void doesNotCompareOtherStartingPoints() {
        TrialChange change = only(
                new Experiments().trial("sgd", .1, new double[] {1, .1}),
                new Experiments().trial("sgd", .1, new double[] {2, .1}),
                0);
        assertThat(change.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
        assertThat(change.why()).isEqualTo("the starting points differ");
    }

    private static TrialChange only(Experiments base, Experiments next, double tolerance) {
        return Changes.between(base.comparison(7, 0, .05), next.comparison(7, 0, .05), tolerance)
                .trials()
                .get(0);
    }

    private static Experiments ending(double... last) {
        return new Experiments().trial("sgd", 0.1, curves(last));
    }

    private static double[][] curves(double... last) {
        double[][] curves = new double[last.length][];
        for (int i = 0; i < last.length; i++) {
            curves[i] = curve(last[i]);
        }
        return curves;
    }

    private static double[] curve(double last) {
        return new double[] {1, 1, 1, last};
    }
}
