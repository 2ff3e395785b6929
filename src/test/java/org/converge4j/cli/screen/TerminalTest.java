package org.converge4j.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private static final String BOLD = "\u001b[1m";
    private static final String LINK = "\u001b]8;;";

    @Test
    void a_terminal_that_knows_links_gets_one() {
        String text = shown(Map.of("TERM", "xterm-256color", "VTE_VERSION", "7200"));

        assertThat(text).contains(BOLD + "the answer", LINK + "file:///", "results/x/report.html" + LINK);
        assertThat(new VirtualScreen(80).write(text).lines())
                .containsExactly("the answer", "report: results/x/report.html", "");
    }

    @Test
    void windows_terminal_says_who_it_is_by_a_variable_of_its_own() {
        assertThat(shown(Map.of("WT_SESSION", "0b41"))).contains(BOLD, LINK);
    }

    @Test
    void one_that_may_not_gets_the_address_itself() {
        assertThat(shown(Map.of("TERM", "xterm"))).contains("report: file:///").doesNotContain(LINK);
    }

    @Test
    void colours_and_boldness_are_left_out_where_they_are_not_wanted() {
        assertThat(shown(Map.of("TERM", "xterm", "NO_COLOR", "1"))).doesNotContain(BOLD);
        assertThat(shown(Map.of("TERM", "xterm", "NO_COLOR", ""))).contains(BOLD);
    }

    @Test
    void a_dumb_terminal_and_a_file_get_no_escape_at_all() {
        assertThat(shown(Map.of("TERM", "dumb"))).doesNotContain("\u001b").contains("report: results/x/report.html");
        assertThat(Terminal.of(true, true, Map.of("TERM", "dumb")).live()).isFalse();
        assertThat(Terminal.of(true, true, Map.of()).live()).isFalse();
        assertThat(Terminal.of(true, true, Map.of("TERM", "dumb")).columns()).isBetween(1, 1000);
        assertThat(Terminal.of(true, false, Map.of("TERM", "dumb")).columns()).isEqualTo(Integer.MAX_VALUE);
        Terminal logged = Terminal.of(true, false, Map.of("TERM", "xterm", "VTE_VERSION", "7200"));
        assertThat(shown(logged)).doesNotContain("\u001b");
        assertThat(logged.live()).isTrue();
        assertThat(logged.columns()).isEqualTo(Integer.MAX_VALUE);
    }

    private static String shown(Map<String, String> environment) {
        return shown(Terminal.of(true, true, environment));
    }

    private static String shown(Terminal terminal) {
        StringWriter out = new StringWriter();
        Sheet sheet = new Sheet(new PrintWriter(out, true), terminal, text -> text);
        sheet.strong("the answer");
        sheet.link("report", Path.of("results/x/report.html"));
        return out.toString();
    }
}
