package org.converge4j.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HolmTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-15);

    @Test
    void isThatOfR() {
        // R: p.adjust(c(0.01,0.04,0.03,0.005,0.5), "holm")
        assertThat(Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005, 0.5}))
                .containsExactly(new double[] {0.04, 0.09, 0.09, 0.025, 0.5}, ROUNDING);
    }

    @Test
    void keepsTiesEqual() {
        // R: p.adjust(c(0.2,0.2,0.9), "holm")
        assertThat(Holm.adjust(new double[] {0.2, 0.2, 0.9})).containsExactly(new double[] {0.6, 0.6, 0.9}, ROUNDING);
    }

    @Test
    void neverExceedsOne() {
        // R: p.adjust(c(0.9,0.8), "holm")
        assertThat(Holm.adjust(new double[] {0.9, 0.8})).containsExactly(1, 1);
        assertThat(Holm.adjust(new double[0])).isEmpty();
    }
}
