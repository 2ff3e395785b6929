package org.converge4j.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.converge4j.analysis.Experiments;
import org.junit.jupiter.api.Test;

/** Of ten seeds that all say the same, Wilcoxon's exact p is 2/2^10 = 0.00195; of three pairs Holm's least is thrice that. */
class VerdictTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void saysWhoDivergesMostlyAndHowOften() {
        assertThat(sentences(
                        new Experiments().trial("sgd", .1, curves(10, 1, 1, .1)).trial("adam", .1, some(7, 10))))
                .containsExactly(
                        "sgd ends best on p: adam, the next, diverges on most seeds (10 seeds, p = 0.002 after Holm).",
                        "On p, at the chosen settings, these diverged: adam on 7 of 10 seeds.");
    }

    @Test
    void crownsNobodyWhereMostSeedsDiverge() {
        assertThat(sentences(new Experiments().trial("sgd", .1, some(6, 10)).trial("adam", .1, some(10, 10))))
                .containsExactly(
                        "On p no updater keeps from diverging on most seeds.",
                        "On p, at the chosen settings, these diverged: sgd on 6 of 10 seeds, adam on 10 of 10 seeds.");
    }

    @Test
    void saysWhoReachesTheHardestTargetFirst() {
        Experiments experiments = new Experiments()
                .trial("sgd", .1, curves(10, .05, .05, .05))
                .trial("adam", .1, curves(10, .5, .05, .04));
        assertThat(sentences(experiments, .1))
                .contains(
                        "sgd is the fastest to 10 % of the initial excess on p: 1 steps (median, 10/10 seeds);"
                                + " adam, the next, takes 2 times as much (95 % interval 2 to 2, 10 seeds, p = 0.002 after Holm).");
    }

    @Test
    void goesToAnEasierTargetWhereTheHardestIsTied() {
        Experiments experiments =
                new Experiments().trial("adam", .1, curves(10, .5, .4, .3)).trial("sgd", .1, curves(10, .05, .05, .05));
        assertThat(sentences(experiments, .1, .01))
                .contains("sgd is the fastest to 10 % of the initial excess on p: 1 steps (median, 10/10 seeds);"
                        + " adam, the next, misses it on most seeds (10 seeds, p = 0.002 after Holm).");
    }

    @Test
    void namesNoFastestAmongEquals() {
        assertThat(sentences(
                        new Experiments()
                                .trial("sgd", .1, curves(10, .5, .05, .05))
                                .trial("adam", .1, curves(10, .5, .05, .04)),
                        .1))
                .noneMatch(sentence -> sentence.contains("fastest"));
        assertThat(sentences(new Experiments().trial("sgd", .1, curves(10, .5, .05, .05)), .1))
                .isEmpty();
    }

    @Test
    void saysHowLittleTheTiedDiffer() {
        // two of ten seeds speak for adam; SciPy 1.17.1: wilcoxon([1, 2, -9, -10, 3, 4, 5, 6, 7, 8]).pvalue is 0.4316
        double[] adam = {.101, .102, .091, .09, .103, .104, .105, .106, .107, .108};
        double[][] curves = IntStream.range(0, 10)
                .mapToObj(i -> new double[] {1, 1, 1, adam[i]})
                .toArray(double[][]::new);
        assertThat(sentences(new Experiments()
                        .trial("sgd", .1, curves(10, 1, 1, .1))
                        .trial("adam", .1, curves)
                        .trial("lion", .1, curves(10, 1, 1, .9))))
                .contains(
                        "sgd and adam are tied on p by final excess (no difference shown, smallest p = 0.43 after Holm).");
    }

    @Test
    void comparesLossesWhereNoFloorIsKnown() {
        assertThat(sentences(new Experiments()
                        .on(Experiments.PROBLEM, Experiments.over(Optional.empty()))
                        .trial("sgd", .1, curves(10, 1, 1, .1))
                        .trial("adam", .1, curves(10, 1, 1, .2))))
                .containsExactly("sgd ends best on p: the final loss of adam, the next, is 2 times as much"
                        + " (95 % interval 2 to 2, 10 seeds, p = 0.002 after Holm).");
    }

    @Test
    void joinsNames() {
        assertThat(Verdict.join(List.of("a"))).isEqualTo("a");
        assertThat(Verdict.join(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }

    private static List<String> sentences(Experiments experiments, double... fractions) {
        return new Verdict(experiments.compare(10, 0, fractions))
                .findings().stream().map(Finding::sentence).toList();
    }

    private static double[][] curves(int seeds, double one, double two, double three) {
        return IntStream.range(0, seeds)
                .mapToObj(i -> new double[] {1, one, two, three})
                .toArray(double[][]::new);
    }

    /** The first so many of the seeds diverge. */
    private static double[][] some(int diverging, int seeds) {
        return IntStream.range(0, seeds)
                .mapToObj(i -> new double[] {1, 2, 3, i < diverging ? INFINITE : .5})
                .toArray(double[][]::new);
    }
}
