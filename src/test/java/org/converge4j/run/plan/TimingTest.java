package org.converge4j.run.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {
    private static final double ROUNDING = 1e-9;

    /** A quarter of a twentieth goes before, the rest is for all updaters together. */
    @ParameterizedTest
    @CsvSource({"40, 1, 0.5, 0.4", "40, 10, 0.5, 0.15", "60, 10, 0.75, 0.225", "4000, 10, 1, 0.3", "4000, 1, 1, 0.4"})
    void is_a_twentieth_of_long_work_up_to_four_seconds(int seconds, int updaters, double warmUp, double each) {
        Timing timing = Timing.of(Duration.ofSeconds(seconds), false, updaters);

        assertThat(timing.warmUp()).isCloseTo(warmUp, within(ROUNDING));
        assertThat(timing.seconds()).isCloseTo(each, within(ROUNDING));
    }

    @Test
    void lasts_until_the_optimising_compiler_is_done_where_there_is_one() {
        assertThat(Timing.of(Duration.ofSeconds(4), false, 3)).isEqualTo(new Timing(0.375, 0.375));
    }

    @Test
    void is_over_at_once_after_brief_training() {
        assertThat(Timing.of(Duration.ofMillis(20), true, 3)).isEqualTo(new Timing(0.0375, 0.0375));
        assertThat(Timing.of(Duration.ZERO, true, 40).seconds()).isEqualTo(0.01);
    }
}
