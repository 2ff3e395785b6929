package org.converge4j.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteLinesTest {
    /** Longer than a pipe holds, and than what is read at once at first. */
    private static final String LONG = "0123456789".repeat(20_000);

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 65_536, 1_000_000})
    void lines_are_as_they_were_however_they_come(int atOnce) throws IOException {
        List<String> lines = List.of("", "plain", "μ und ∞", LONG, "", LONG + "é", "the last, which has no end");

        assertThat(read(String.join("\n", lines), atOnce)).isEqualTo(lines);
        assertThat(read(String.join("\n", lines) + "\n", atOnce)).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_536})
    void nothing_has_no_lines(int atOnce) throws IOException {
        assertThat(read("", atOnce)).isEmpty();
    }

    private static List<String> read(String text, int atOnce) throws IOException {
        InputStream slow = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] to, int from, int length) {
                return super.read(to, from, Math.min(length, atOnce));
            }
        };
        ByteLines lines = new ByteLines(slow);
        List<String> all = new ArrayList<>();
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            all.add(line.get());
        }
        assertThat(lines.next()).isEmpty();
        return all;
    }
}
