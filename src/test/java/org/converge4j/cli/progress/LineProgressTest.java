package org.converge4j.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Off a terminal, too, everything is said that is said on one. */
class LineProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void what_was_understood_of_a_table_is_said_before_training() {
        LineProgress progress = progress(Integer.MAX_VALUE);

        progress.phase("reading the data");
        progress.understood("cars.csv: semicolons, heading line, 178 rows");
        progress.understood("  target: price");

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("reading the data", "cars.csv: semicolons, heading line, 178 rows", "  target: price");
    }

    @Test
    void a_terminal_that_shows_lines_alone_has_them_folded() {
        LineProgress progress = progress(20);

        progress.notice("8 seeds can show who is best");
        progress.understood("  features: 2 numbers (size, age)");

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("8 seeds can show who", "is best", "  features: 2", "    numbers (size,", "    age)");
    }

    private LineProgress progress(int columns) {
        return new LineProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> columns, () -> 0);
    }
}
