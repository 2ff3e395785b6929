package org.converge4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcessTest {
    private static final Excess KNOWN = new Excess(2, 3e-13);

    @Test
    void endsAtWhatRoundingCanTell() {
        assertThat(KNOWN.of(2.5)).isEqualTo(0.5);
        assertThat(KNOWN.of(2 + 1e-15)).isEqualTo(3e-13);
        assertThat(KNOWN.of(2 - 1e-15)).isEqualTo(3e-13);
        assertThat(KNOWN.of(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void isSolvedBelowThat() {
        assertThat(KNOWN.words(0.5).toString()).isEqualTo("0.5");
        assertThat(KNOWN.words(3e-13).toString()).isEqualTo("solved (below 3 × 10⁻¹³)");
        assertThat(KNOWN.words(Double.POSITIVE_INFINITY).toString()).isEqualTo("∞");
    }

    @Test
    void ofALossThatWeDoNotKnowIsLeftAsItIs() {
        Excess unknown = new Excess(0, Double.MIN_NORMAL);
        assertThat(unknown.of(-2)).isEqualTo(-2);
        assertThat(unknown.words(-2).toString()).isEqualTo("−2");
        assertThat(unknown.words(0).toString()).isEqualTo("0");
        assertThat(unknown.known()).isEmpty();
    }
}
