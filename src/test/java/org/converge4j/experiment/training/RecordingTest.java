package org.converge4j.experiment.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which steps are recorded. */
class RecordingTest {
    @Test
    void every_step_is_all_of_them() {
        assertThat(recorded(Recording.EVERY_STEP, 5)).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void every_third_step_keeps_the_last() {
        assertThat(recorded(new Recording(Recording.Spacing.LINEAR, 3), 8)).containsExactly(0, 3, 6, 8);
    }

    @Test
    void log_spacing_takes_about_twenty_a_decade_and_both_ends() {
        List<Integer> steps = recorded(new Recording(Recording.Spacing.LOG, 1), 100_000);

        assertThat(steps).startsWith(0, 1, 2, 3).endsWith(100_000).isSorted();
        assertThat(steps.stream().filter(t -> t >= 1000 && t < 10_000)).hasSize(20);
        assertThat(steps).contains(10, 100, 1000, 10_000);
    }

    private static List<Integer> recorded(Recording recording, int budget) {
        return IntStream.rangeClosed(0, budget)
                .filter(t -> recording.includes(t, budget))
                .boxed()
                .toList();
    }
}
