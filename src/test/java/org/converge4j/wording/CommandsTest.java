package org.converge4j.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static final String LAUNCHER = "converge.launcher";

    @AfterEach
    void forget() {
        System.clearProperty(LAUNCHER);
    }

    @Test
    void begins_as_the_program_was_started_and_tells_nobody_where_it_lies() {
        assertThat(Commands.of("report", "results/a")).isEqualTo("./converge report results/a");
        System.setProperty(LAUNCHER, "../tools/converge");
        assertThat(Commands.of("report", "results/a")).isEqualTo("../tools/converge report results/a");
        System.setProperty(LAUNCHER, "/home/ada/tools/converge");
        assertThat(Commands.of("report", "results/a")).isEqualTo("converge report results/a");
    }

    /** As POSIX shells read it: within single quotes nothing is special but a single quote. */
    @Test
    void has_quotes_where_a_shell_needs_them() {
        assertThat(Commands.of("report", "my results", "it's", "1,3.16"))
                .isEqualTo("./converge report 'my results' 'it'\\''s' 1,3.16");
    }
}
