package org.converge4j.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SensitivityTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void interpolatesOnLogarithms() {
        // from 0.01 (100) to 0.1 (1): 2 is crossed at a share log10(2)/2 below 0.1; from 0.1 to 1 the same
        Sensitivity sensitivity = Sensitivity.of(List.of(point(0.01, 100), point(0.1, 1), point(1, 100)));
        assertThat(sensitivity.width()).isEqualTo(Math.log10(2), within(1e-12));
        assertThat(sensitivity.open()).isFalse();
    }

    @Test
    void endsAtTheLastRateBeforeDivergence() {
        Sensitivity sensitivity =
                Sensitivity.of(List.of(point(0.001, 100), point(0.01, 2), point(0.1, 1), point(1, INFINITE)));
        assertThat(sensitivity.width()).isEqualTo(1, within(1e-12));
    }

    @Test
    void isOpenAtTheEdgeOfTheGrid() {
        assertThat(Sensitivity.of(List.of(point(0.01, 100), point(0.1, 1.5), point(1, 1)))
                        .open())
                .isTrue();
    }

    @Test
    void isZeroWhereEverythingDiverged() {
        assertThat(Sensitivity.of(List.of(point(1, INFINITE), point(10, INFINITE)))
                        .width())
                .isZero();
    }

    @Test
    void isTheSameInAnyUnit() {
        // the first test's medians times 3
        Sensitivity sensitivity = Sensitivity.of(List.of(point(0.01, 300), point(0.1, 3), point(1, 300)));
        assertThat(sensitivity.width()).isEqualTo(Math.log10(2), within(1e-12));
        assertThat(sensitivity.open()).isFalse();
    }

    @Test
    void interpolatesOverAnyDistance() {
        // a share log10(2)/2 of the way from 10 to 40
        assertThat(Sensitivity.of(List.of(point(10, 3), point(40, 300))).width())
                .isEqualTo(Math.log10(2) / 2 * Math.log10(4), within(1e-12));
    }

    @Test
    void includesARateAtExactlyTwiceTheBest() {
        Sensitivity sensitivity =
                Sensitivity.of(List.of(point(0.01, INFINITE), point(0.1, 3), point(1, 6), point(10, INFINITE)));
        assertThat(sensitivity.width()).isEqualTo(1, within(1e-12));
    }

    private static Sensitivity.Point point(double rate, double median) {
        return new Sensitivity.Point(rate, Quartiles.of(median), median == INFINITE ? 1 : 0);
    }
}
