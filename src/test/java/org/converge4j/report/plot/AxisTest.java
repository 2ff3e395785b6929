package org.converge4j.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.converge4j.wording.Figures;
import org.junit.jupiter.api.Test;

class AxisTest {
    private static final int ROOM = 7;

    @Test
    void a_logarithmic_axis_of_few_decades_has_ticks_from_end_to_end() {
        assertThat(new Axis(0.015, 0.7, true, 0, 300).ticks(ROOM)).containsExactly(0.02, 0.05, 0.1, 0.2, 0.5);
        assertThat(new Axis(1, 12, true, 0, 300).ticks(ROOM)).containsExactly(1.0, 2.0, 5.0, 10.0);
    }

    @Test
    void a_long_one_has_decades_and_a_short_one_round_numbers() {
        assertThat(new Axis(0.5, 2000, true, 0, 300).ticks(ROOM)).containsExactly(1.0, 10.0, 100.0, 1000.0);
        assertThat(new Axis(0.21, 0.38, true, 0, 300).ticks(4))
                .extracting(Figures::brief)
                .containsExactly("0.25", "0.3", "0.35");
    }
}
