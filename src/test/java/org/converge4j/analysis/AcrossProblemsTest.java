package org.converge4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.converge4j.analysis.statistics.Friedman;
import org.converge4j.analysis.verdict.Findings;
import org.converge4j.experiment.training.Target;
import org.junit.jupiter.api.Test;

class AcrossProblemsTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void friedmansTestIsThatOfTheMediansOfAllProblems() {
        // SciPy 1.17.1: friedmanchisquare([.1, .3, .1], [.2, .2, .2], [.3, .4, .3]) is 4.667; of all orders, 7 of 36
        // are as uneven
        Comparison comparison = new Experiments()
                .trial("sgd", .1, curve(.1))
                .trial("adam", .1, curve(.2))
                .trial("lion", .1, curve(.3))
                .on(Experiments.problem("q"), Experiments.FACTS)
                .trial("sgd", .1, curve(.3))
                .trial("adam", .1, curve(.2))
                .trial("lion", .1, curve(.4))
                .on(Experiments.problem("r"), Experiments.FACTS)
                .trial("sgd", .1, curve(.1))
                .trial("adam", .1, curve(.2))
                .trial("lion", .1, curve(.3))
                .comparison(1, 0);
        Friedman friedman = comparison.friedman().orElseThrow();
        assertThat(friedman.updaters()).containsExactly("sgd", "adam", "lion");
        assertThat(friedman.meanRanks()).containsExactly(4.0 / 3, 5.0 / 3, 3);
        assertThat(friedman.statistic()).isEqualTo(14.0 / 3, within(1e-12));
        assertThat(sentences(comparison))
                .contains("Over 3 problems the mean ranks are sgd 1.33, adam 1.67, lion 3. Friedman's test,"
                        + " over problems and not over seeds, calls them no more than chance may give on other problems"
                        + " like these; what is told of each problem stands (p = 0.19).");
    }

    @Test
    void friedmansTestLeavesOutWhoIsNotOnEveryProblem() {
        // two updaters in the same order on four problems: 2 of 2⁴ orders, which is the least there is
        Experiments experiments = new Experiments();
        for (String name : List.of("p", "q", "r", "s")) {
            experiments
                    .on(Experiments.problem(name), Experiments.FACTS)
                    .trial("adam", .1, curve(.2))
                    .trial("sgd", .1, curve(.1));
        }
        experiments.trial("lion", .1, curve(.3)).on(Experiments.problem("p"), Experiments.FACTS);
        assertThat(sentences(experiments.trial("signum", .1, curve(.3)).comparison(1, 0)))
                .contains(
                        "Over 4 problems the mean ranks are adam 2, sgd 1. Friedman's test, over problems and not over"
                                + " seeds, could show nothing whatever the ranks were, for so few problems and updaters"
                                + " cannot show more than chance (p = 0.13).");
    }

    @Test
    void profilesCompareStepsWithTheFastest() {
        // to 10 %: sgd after 1, 3 and no steps; adam after 2, 1 and 2
        Comparison comparison = new Experiments()
                .trial("sgd", .1, new double[] {1, .1, .1, .1})
                .trial("adam", .1, new double[] {1, .9, .1, .1})
                .on(Experiments.problem("q"), Experiments.FACTS)
                .trial("sgd", .1, new double[] {1, .9, .9, .1})
                .trial("adam", .1, new double[] {1, .1, .01, .01})
                .on(Experiments.problem("r"), Experiments.FACTS)
                .trial("sgd", .1, new double[] {1, .9, .9, .9})
                .trial("adam", .1, new double[] {1, .9, .1, .1})
                .comparison(1, 0, .1, .01);
        assertThat(comparison.profiles())
                .extracting(Profile::target)
                .containsExactly(new Target(Target.Kind.FRACTION, .1), new Target(Target.Kind.FRACTION, .01));
        Profile profile = comparison.profiles().get(0);
        assertThat(profile.problems()).isEqualTo(3);
        assertThat(profile.lines()).extracting(Profile.Line::updater).containsExactly("sgd", "adam");
        assertThat(profile.lines().get(0).ratios()).containsExactly(1, 3, INFINITE);
        assertThat(profile.lines().get(1).ratios()).containsExactly(1, 1, 2);
        assertThat(comparison.profiles().get(1).lines().get(1).ratios()).containsExactly(1, INFINITE, INFINITE);
    }

    @Test
    void oneProblemHasNeither() {
        Comparison comparison = new Experiments()
                .trial("sgd", .1, curve(.1))
                .trial("adam", .1, curve(.2))
                .comparison(1, 0, .1);
        assertThat(comparison.friedman()).isEmpty();
        assertThat(comparison.profiles()).isEmpty();
    }

    private static double[] curve(double last) {
        return new double[] {1, 1, 1, last};
    }

    private static List<String> sentences(Comparison comparison) {
        return Findings.of(comparison).stream()
                .map(finding -> finding.sentence().toString())
                .toList();
    }
}
