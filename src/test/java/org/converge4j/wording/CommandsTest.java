package org.converge4j.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandsTest {
    @Test
    void begin_as_the_program_was_started_and_tell_nobody_where_it_lies() {
        assertThat(Commands.of("report", "results/a")).isEqualTo("./converge report results/a");
        assertThat(Commands.launcher("../tools/converge")).isEqualTo("../tools/converge");
        assertThat(Commands.launcher("/home/ada/tools/converge")).isEqualTo("converge");
        assertThat(Commands.launcher("my tools/converge")).isEqualTo("'my tools/converge'");
    }

    /** As POSIX shells read it: within single quotes nothing is special but a single quote. */
    @Test
    void have_quotes_where_a_shell_needs_them() {
        assertThat(Commands.of("report", "my results", "it's", "1,3.16"))
                .isEqualTo("./converge report 'my results' 'it'\\''s' 1,3.16");
    }
}
