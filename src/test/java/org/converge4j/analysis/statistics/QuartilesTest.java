package org.converge4j.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QuartilesTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void areThoseOfR() {
        // R: quantile(c(3,1,4,1,5,9,2,6), c(.25,.5,.75), type=7)
        assertThat(Quartiles.of(3, 1, 4, 1, 5, 9, 2, 6)).isEqualTo(new Quartiles(1.75, 3.5, 5.25));
    }

    @Test
    void countDivergedRunsAsWorseThanAllOthers() {
        assertThat(Quartiles.of(INFINITE, 1, 2, 3, INFINITE)).isEqualTo(new Quartiles(2, 3, INFINITE));
        assertThat(Quartiles.of(1, INFINITE)).isEqualTo(new Quartiles(INFINITE, INFINITE, INFINITE));
    }

    @Test
    void refuseNaN() {
        assertThatThrownBy(() -> Quartiles.of(1, Double.NaN)).hasMessageContaining("NaN");
    }
}
