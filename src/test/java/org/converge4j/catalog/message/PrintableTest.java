package org.converge4j.catalog.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Unicode's controls (Cc), format characters (Cf), lone surrogates and line separators are spelled out, everything else is kept. */
class PrintableTest {
    @Test
    void what_a_terminal_obeys_is_spelled_out() {
        assertThat(Printable.line("a\u001b[2Jb\u009b31mc\u0007\u0008\r\n\t"))
                .isEqualTo("a\\u001b[2Jb\\u009b31mc\\u0007\\u0008\\u000d\\u000a\\u0009");
    }

    @Test
    void what_turns_the_direction_of_reading_or_hides_is_spelled_out() {
        assertThat(Printable.line("\u202egnp.exe\u2066\u200f\u200b\ufeff\u00ad"))
                .isEqualTo("\\u202egnp.exe\\u2066\\u200f\\u200b\\ufeff\\u00ad");
        assertThat(Printable.line("\u2028\u2029\ud800")).isEqualTo("\\u2028\\u2029\\ud800");
        assertThat(Printable.line(Character.toString(0xE0041))).isEqualTo("\\ue0041");
    }

    @Test
    void what_is_to_be_read_is_kept() {
        String read = "η = 10⁻³, größer, Привет, 学习率, עברית, 🙂";

        assertThat(Printable.line(read)).isEqualTo(read);
        assertThat(Printable.lines("one\ntwo\r\u001b")).isEqualTo("one\ntwo\\u000d\\u001b");
        assertThat(Printable.of("🙂🙂🙂", 2)).isEqualTo("🙂🙂…");
    }
}
