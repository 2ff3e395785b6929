package org.converge4j.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Off a terminal, too, everything is said that is said on one. */
class LineProgressTest {
    @Test
    void what_was_understood_of_a_table_is_said_before_training() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LineProgress progress = new LineProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> 0);

        progress.phase("reading the data");
        progress.understood("cars.csv: semicolons, heading line, 178 rows");
        progress.understood("  target: price");

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("reading the data", "cars.csv: semicolons, heading line, 178 rows", "  target: price");
    }
}
