package org.converge4j.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {
    @Test
    void a_short_curve_keeps_every_point() {
        assertThat(Thinning.keep(new int[] {0, 1, 5}, new double[] {3, 2, 1}, 10))
                .containsExactly(0, 1, 2);
    }

    @Test
    void the_ends_and_a_single_spike_and_dip_of_a_long_curve_stay() {
        int[] steps = IntStream.range(0, 100_000).toArray();
        double[] values = IntStream.range(0, 100_000).mapToDouble(i -> 1.0).toArray();
        values[70_001] = 9;
        values[80_002] = -9;

        int[] kept = Thinning.keep(steps, values, 200);

        assertThat(kept)
                .hasSizeLessThanOrEqualTo(200)
                .contains(0, 70_001, 80_002, 99_999)
                .isSorted();
    }

    @Test
    void the_start_of_a_long_curve_keeps_its_first_steps() {
        int[] steps = IntStream.range(0, 100_000).toArray();
        double[] values =
                IntStream.range(0, 100_000).mapToDouble(i -> 1.0 / (1 + i)).toArray();

        assertThat(Thinning.keep(steps, values, 200)).contains(1, 2, 3, 4, 5);
    }
}
