package org.converge4j.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FriedmanTest {
    private static final List<String> THREE = List.of("a", "b", "c");

    /** R's example(friedman.test): rounding first base, Hollander and Wolfe 1973 p. 140; it has ties. */
    private static final double[][] ROUNDING_TIMES = {
        {5.40, 5.50, 5.55}, {5.85, 5.70, 5.75}, {5.20, 5.60, 5.50}, {5.55, 5.50, 5.40}, {5.90, 5.85, 5.70},
        {5.45, 5.55, 5.60}, {5.40, 5.40, 5.35}, {5.45, 5.50, 5.35}, {5.25, 5.15, 5.00}, {5.85, 5.80, 5.70},
        {5.25, 5.20, 5.10}, {5.65, 5.55, 5.45}, {5.60, 5.35, 5.45}, {5.05, 5.00, 4.95}, {5.50, 5.50, 5.40},
        {5.45, 5.55, 5.50}, {5.55, 5.55, 5.35}, {5.45, 5.50, 5.55}, {5.50, 5.45, 5.25}, {5.65, 5.60, 5.40},
        {5.70, 5.65, 5.55}, {6.30, 6.30, 6.25}
    };

    @Test
    void isThatOfR() {
        // R: friedman.test(RoundingTimes), and colSums(t(apply(RoundingTimes, 1, rank))): 53 47 32
        Friedman friedman = Friedman.of(THREE, ROUNDING_TIMES).orElseThrow();
        assertThat(friedman.statistic()).isEqualTo(11.142857, within(1e-6));
        assertThat(friedman.p()).isEqualTo(0.003805040775511363, within(1e-14));
        assertThat(friedman.meanRanks())
                .containsExactly(new double[] {53.0 / 22, 47.0 / 22, 32.0 / 22}, Offset.offset(1e-12));
    }

    /** SciPy 1.17.1: friedmanchisquare(*np.array(rows).T); R's friedman.test gives the same. */
    @Test
    void isThatOfSciPyForManyRanks() {
        Friedman ties = Friedman.of(Collections.nCopies(4, "u"), new double[][] {
                    {1, 2, 3, 4},
                    {2, 2, 1, 5},
                    {1, 3, 3, 2},
                    {4, 1, 2, 2},
                    {1, 2, 2, 3},
                    {2, 1, 4, 3},
                    {1, 1, 1, 2},
                    {3, 1, 2, 5}
                })
                .orElseThrow();
        assertThat(ties.statistic()).isEqualTo(7.416666666666663, within(1e-12));
        assertThat(ties.p()).isEqualTo(0.05973874886328203, within(1e-13));
        Friedman untied = Friedman.of(Collections.nCopies(5, "u"), new double[][] {
                    {5, 1, 4, 2, 3},
                    {4, 2, 5, 1, 3},
                    {5, 1, 3, 2, 4},
                    {3, 2, 5, 1, 4},
                    {5, 2, 4, 1, 3},
                    {4, 1, 5, 3, 2},
                    {5, 3, 4, 1, 2}
                })
                .orElseThrow();
        assertThat(untied.statistic()).isEqualTo(20.685714285714283, within(1e-12));
        assertThat(untied.p()).isEqualTo(0.000365490992405556, within(1e-15));
    }

    @Test
    void ranksFailuresLastAndTied() {
        // R: friedman.test(matrix(c(1,2,Inf, 3,Inf,Inf, 1,1,4), nrow=3, byrow=TRUE))$statistic
        double inf = Double.POSITIVE_INFINITY;
        Friedman friedman = Friedman.of(THREE, new double[][] {{1, 2, inf}, {3, inf, inf}, {1, 1, 4}})
                .orElseThrow();
        assertThat(friedman.statistic()).isEqualTo(5, within(1e-12));
    }

    @Test
    void findsNothingWhereAllTie() {
        assertThat(Friedman.of(THREE, new double[][] {{1, 1, 1}, {2, 2, 2}})
                        .orElseThrow()
                        .p())
                .isEqualTo(1);
    }

    @Test
    void seesTiesThatAreNotNeighbours() {
        // SciPy 1.17.1: friedmanchisquare([1, 1, 2], [2, 3, 1], [1, 1, 2]) is 0.667
        Friedman friedman = Friedman.of(THREE, new double[][] {{1, 2, 1}, {1, 3, 1}, {2, 1, 2}})
                .orElseThrow();
        assertThat(friedman.statistic()).isEqualTo(2.0 / 3, within(1e-12));
    }

    /** Counted by brute force over all orders of all rows but the first, in Python with SciPy's rankdata. */
    @Test
    void isExactForFewProblemsAndUpdaters() {
        assertThat(p(new double[][] {{1, 2}, {1, 2}, {1, 2}, {1, 2}})).isEqualTo(0.125, within(1e-12));
        assertThat(p(new double[][] {{1, 2, 3}, {1, 3, 2}, {1, 2, 3}, {2, 1, 3}}))
                .isEqualTo(0.125, within(1e-12));
        assertThat(p(new double[][] {{1, 2, 3}, {1, 3, 2}, {1, 1, 3}, {2, 1, 3}, {1, 2, 2}}))
                .isEqualTo(0.06481481481481481, within(1e-12));
        assertThat(p(new double[][] {{1, 2, 3, 4}, {1, 2, 4, 3}, {2, 1, 3, 4}}))
                .isEqualTo(0.03298611111111111, within(1e-12));
    }

    /** Seven updaters in the same order on three problems: 1 in (7!)². */
    @Test
    void isDrawnByChanceForFewProblemsOfManyUpdaters() {
        double[] order = {1, 2, 3, 4, 5, 6, 7};
        assertThat(p(new double[][] {order, order, order})).isBetween(0.0, 1e-4);
        double[] reverse = {7, 6, 5, 4, 3, 2, 1};
        assertThat(p(new double[][] {order, reverse})).isEqualTo(1, within(1e-12));
    }

    @Test
    void knowsTheLeastThatItCanGive() {
        assertThat(Friedman.of(List.of("a", "b"), new double[][] {{1, 2}, {1, 2}, {1, 2}, {1, 2}})
                        .orElseThrow()
                        .least())
                .isEqualTo(0.125);
    }

    private static double p(double[][] scores) {
        return Friedman.of(Collections.nCopies(scores[0].length, "u"), scores)
                .orElseThrow()
                .p();
    }

    @Test
    void needsSeveralProblemsAndUpdaters() {
        assertThat(Friedman.of(THREE, new double[][] {{1, 2, 3}})).isEmpty();
        assertThat(Friedman.of(List.of("a"), new double[][] {{1}, {2}})).isEmpty();
    }
}
