package org.converge4j.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapMedianTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void hasTheExactPercentilesOfElevenValues() {
        // R: sapply(1:11, function(k) 1 - pbinom(5, 11, k/11)) is the distribution of the resampled median over the
        // order
        // statistics: 0.00017 0.00721 0.05125 … 0.94875 0.99279; so the 2.5 % point is the 3rd and the 97.5 % point the
        // 9th
        assertThat(BootstrapMedian.interval(oneTo(11))).contains(new Interval(3, 9));
    }

    @Test
    void hasThePercentilesOfTenValues() {
        // NumPy: np.quantile(np.median(rng.choice(np.arange(1, 11), (4_000_000, 10)), axis=1), [.025, .975]) is [3, 8]
        assertThat(BootstrapMedian.interval(oneTo(10))).contains(new Interval(3, 8));
    }

    @Test
    void isNotGivenForFewerThanFiveValues() {
        assertThat(BootstrapMedian.interval(oneTo(4))).isEmpty();
        // R: 1 - pbinom(2, 5, 1/5) is 0.058, so the extremes
        assertThat(BootstrapMedian.interval(oneTo(5))).contains(new Interval(1, 5));
    }

    @Test
    void reachesToInfinityWhenRunsFailed() {
        double[] values = oneTo(11);
        values[8] = values[9] = values[10] = INFINITE;
        assertThat(BootstrapMedian.interval(values)).contains(new Interval(3, INFINITE));
    }

    @Test
    void isTheSameAtEveryCall() {
        double[] values = {0.3, 1.7, -2, 8, 8, 0.1, 5};
        assertThat(BootstrapMedian.interval(values)).isEqualTo(BootstrapMedian.interval(values.clone()));
    }

    @Test
    void takesValuesInAnyOrder() {
        assertThat(BootstrapMedian.interval(new double[] {6, 11, 1, 10, 2, 9, 3, 8, 4, 7, 5}))
                .contains(new Interval(3, 9));
        assertThat(BootstrapMedian.median(new double[] {3, 1, 2})).isEqualTo(2);
        assertThat(BootstrapMedian.median(new double[] {4, 1, 3, 2})).isEqualTo(2.5);
        assertThat(BootstrapMedian.median(new double[] {INFINITE, 1, -INFINITE, 0}))
                .isEqualTo(.5);
    }

    @Test
    void countsHalfWayBetweenTheInfinitiesAsNothing() {
        assertThat(BootstrapMedian.median(new double[] {INFINITE, -INFINITE})).isZero();
        assertThat(BootstrapMedian.median(new double[] {INFINITE, INFINITE})).isEqualTo(INFINITE);
        assertThat(BootstrapMedian.median(new double[] {INFINITE, 1})).isEqualTo(INFINITE);
    }

    @Test
    void includesItsEnds() {
        Interval interval = new Interval(1, 2);
        assertThat(interval.contains(1)).isTrue();
        assertThat(interval.contains(2)).isTrue();
        assertThat(interval.contains(0.9)).isFalse();
        assertThat(interval.contains(2.1)).isFalse();
    }

    private static double[] oneTo(int n) {
        return IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray();
    }
}
