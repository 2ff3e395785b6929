package org.converge4j.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LevelsTest {
    @Test
    void shareFivePercent() {
        assertThat(Levels.of(2, 1)).isEqualTo(new Levels(0.05, 0.05));
        for (int updaters : new int[] {3, 6, 12}) {
            for (int problems : new int[] {1, 3, 10}) {
                Levels levels = Levels.of(updaters, problems);
                double pairs = updaters * (updaters - 1) / 2.0;
                assertThat(problems * (levels.places() + pairs * levels.pairs()))
                        .isEqualTo(0.05, within(1e-12));
            }
        }
    }

    /** The least p of n signs is 2 / 2ⁿ: 0.0625 of five, 0.03125 of six. */
    @Test
    void saysHowManySeedsCanShowAnything() {
        assertThat(Levels.of(2, 1).leastSeeds()).isEqualTo(6);
        assertThat(Levels.of(12, 1).leastSeeds()).isEqualTo(6);
        assertThat(Levels.of(3, 10).leastSeeds()).isEqualTo(9);
    }

    /** R: 2 * psignrank(n, n) is 0.034 for 12 and 0.054 for 11. */
    @Test
    void saysHowManyBearOneThatDisagrees() {
        assertThat(Levels.of(2, 1).enoughSeeds()).isEqualTo(12);
    }

    /** R: the least n for which 2 * psignrank(0, n), and then 2 * psignrank(n, n), is at most the level of places. */
    @Test
    void asksForAsManySeedsAsRDoes() {
        for (int[] known : new int[][] {
            {2, 1, 6, 12}, {12, 1, 6, 12}, {2, 3, 7, 14}, {3, 3, 8, 14}, {2, 10, 9, 17}, {12, 10, 9, 17}
        }) {
            Levels levels = Levels.of(known[0], known[1]);
            assertThat(levels.leastSeeds()).isEqualTo(known[2]);
            assertThat(levels.enoughSeeds()).isEqualTo(known[3]);
        }
        for (int n = 1; n <= 10; n++) {
            assertThat(Levels.least(n)).isEqualTo(2 / Math.pow(2, n)); // R: 2 * psignrank(0, n)
        }
        // R: the least n over those so far for which 2 * psignrank(n (n + 1) / 2 - floor(share n (n + 1) / 2), n) is,
        // none to 100
        assertThat(Levels.of(2, 1).seedsToShow(6, 0.8)).isEqualTo(14);
        assertThat(Levels.of(2, 1).seedsToShow(10, 0.7)).isEqualTo(32);
        assertThat(Levels.of(3, 1).seedsToShow(10, 0.6)).isZero();
    }

    @Test
    void saysHowManyWouldTellIfAllWereLikeThoseSoFar() {
        assertThat(Levels.of(2, 1).seedsToShow(5, 1)).isEqualTo(6);
        assertThat(Levels.of(2, 1).seedsToShow(10, 0.5)).isZero();
        // R: 2 * psignrank(floor(0.9 * n * (n + 1) / 2) - 1, n, lower.tail=FALSE) is 0.055 for 8 and 0.039 for 9
        assertThat(Levels.of(2, 1).seedsToShow(5, 0.9)).isEqualTo(9);
    }
}
