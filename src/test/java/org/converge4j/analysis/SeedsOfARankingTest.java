package org.converge4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Seeds on which every updater does the same are one seed, and updaters that do the same on every seed are one. */
class SeedsOfARankingTest {
    @Test
    void areOneWhereAllCurvesAreEqual() {
        ProblemComparison problem = new Experiments()
                .trial("sgd", .1, same(10, .1))
                .trial("adam", .1, same(10, .2))
                .compare(10, 0);
        assertThat(problem.seeds()).containsExactly(1L);
        assertThat(problem.ranking().best()).isEmpty();
        assertThat(problem.ranking().pairs().get(0).seeds()).isEqualTo(1);
    }

    @Test
    void areManyWhereOneUpdaterTellsThemApart() {
        ProblemComparison problem = new Experiments()
                .trial("sgd", .1, same(10, .1))
                .trial("adam", .1, different(10, .2))
                .compare(10, 0);
        assertThat(problem.seeds()).hasSize(10);
        assertThat(problem.ranking().best()).contains("sgd");
    }

    @Test
    void areOneWhereCurvesPartByRoundingOnly() {
        double[][] rounded = IntStream.range(0, 10)
                .mapToObj(i -> new double[] {1, .5 + i * 1e-16, .2 + i * 1e-15})
                .toArray(double[][]::new);
        assertThat(new Experiments().trial("sgd", .1, rounded).compare(10, 0).seeds())
                .containsExactly(1L);
    }

    @Test
    void knowOneRuleUnderTwoNames() {
        ProblemComparison problem = new Experiments()
                .trial("momentum", .1, different(10, .1))
                .trial("adam", .1, different(10, .3))
                .trial("nesterovs", .01, different(10, .1))
                .compare(10, 0);
        assertThat(problem.ranking().twins())
                .containsEntry("nesterovs", "momentum")
                .hasSize(1);
        // of two rules, not three: the whole 5 % are for the one pair
        assertThat(problem.ranking().pairs()).hasSize(1);
        assertThat(problem.ranking().pairs().get(0).test().orElseThrow().adjusted())
                .isEqualTo(2 / 1024.0);
    }

    @Test
    void giveNoScoreForAFractionWithoutAFloor() {
        ProblemComparison problem = new Experiments()
                .on(Experiments.PROBLEM, Experiments.over(Optional.empty()))
                .trial("sgd", .1, same(6, .1))
                .compare(6, 0, .5);
        assertThat(problem.rankings()).hasSize(2);
        assertThat(problem.finalRanking().places()).hasSize(1);
        assertThat(problem.rankings().get(1).places()).isEmpty();
    }

    private static double[][] same(int seeds, double last) {
        return IntStream.range(0, seeds).mapToObj(i -> new double[] {1, last}).toArray(double[][]::new);
    }

    private static double[][] different(int seeds, double last) {
        return IntStream.range(0, seeds)
                .mapToObj(i -> new double[] {1, last * (1 + i / 50.0)})
                .toArray(double[][]::new);
    }
}
