package org.converge4j.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.converge4j.report.plot.EndNames.End;
import org.junit.jupiter.api.Test;

class EndNamesTest {
    private static final double TOP = 10;

    /** Letters are ten points wide here, and a line of them needs sixteen. */
    @Test
    void names_of_lines_that_end_at_one_point_stand_one_under_the_other() {
        assertThat(bases(end(100, 50, "adam"), end(100, 50, "torchAdamW"), end(120, 52, "lion")))
                .containsExactly(47, 63, 79);
    }

    @Test
    void names_with_room_beside_or_under_each_other_stand_at_their_ends() {
        assertThat(bases(end(100, 50, "adam"), end(200, 50, "lion"), end(100, 90, "sgd")))
                .containsExactly(47, 47, 87);
        assertThat(bases(end(100, 2, "adam"))).containsExactly(7); // no higher than the chart
    }

    private static End end(double x, double y, String name) {
        return new End(x, y, name, Color.BLACK);
    }

    private static double[] bases(End... ends) {
        return EndNames.bases(List.of(ends), name -> 10.0 * name.length(), TOP);
    }
}
