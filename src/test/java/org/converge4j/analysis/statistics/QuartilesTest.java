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
        // R: for (x in list(7, 1:2, c(3, 1, 2), c(2, 2, 2, 5))) print(quantile(x, c(.25, .5, .75), type = 7))
        assertThat(Quartiles.of(7)).isEqualTo(new Quartiles(7, 7, 7));
        assertThat(Quartiles.of(1, 2)).isEqualTo(new Quartiles(1.25, 1.5, 1.75));
        assertThat(Quartiles.of(3, 1, 2)).isEqualTo(new Quartiles(1.5, 2, 2.5));
        assertThat(Quartiles.of(2, 2, 2, 5)).isEqualTo(new Quartiles(2, 2, 2.75));
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
