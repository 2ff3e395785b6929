package org.converge4j.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BestOfTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void isTheGridItselfForOneTrial() {
        // each of four with chance 1/4
        assertThat(BestOf.quartiles(new double[] {1, 2, 3, 4}, 1)).isEqualTo(new Quartiles(1, 2, 3));
    }

    @Test
    void improvesWithTrials() {
        // the best of two of four draws is the 1st, 2nd, 3rd, 4th with chance 7/16, 5/16, 3/16, 1/16; of three: 37/64,
        // 19/64, …
        assertThat(BestOf.quartiles(new double[] {1, 2, 3, 4}, 2)).isEqualTo(new Quartiles(1, 2, 2));
        assertThat(BestOf.quartiles(new double[] {1, 2, 3, 4}, 3)).isEqualTo(new Quartiles(1, 1, 2));
    }

    /** NumPy: i = np.arange(1, 8); np.cumsum(((8 - i) / 7)**k - ((7 - i) / 7)**k) >= q picks from the sorted scores. */
    @Test
    void isThatOfOrderStatistics() {
        double[] scores = {.1, .2, .3, .4, .5, .8, .9};
        assertThat(BestOf.quartiles(scores, 1)).isEqualTo(new Quartiles(.2, .4, .8));
        assertThat(BestOf.quartiles(scores, 2)).isEqualTo(new Quartiles(.1, .3, .4));
        assertThat(BestOf.quartiles(scores, 4)).isEqualTo(new Quartiles(.1, .2, .3));
    }

    @Test
    void reportsWhatWasChosenNotWhatWouldHaveBeenBest() {
        // chosen first is one that then scores 5: chance 3/4 of two draws from two
        assertThat(BestOf.quartiles(new double[] {5, 1}, 2)).isEqualTo(new Quartiles(1, 5, 5));
    }

    @Test
    void keepsDivergedTrials() {
        assertThat(BestOf.quartiles(new double[] {1, INFINITE, INFINITE, INFINITE}, 1))
                .isEqualTo(new Quartiles(1, INFINITE, INFINITE));
    }
}
