package org.converge4j.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseTest {
    @Test
    void lines_are_as_full_as_words_allow() {
        assertThat(Prose.lines("the quick brown fox jumps", 10, "")).containsExactly("the quick", "brown fox", "jumps");
        assertThat(Prose.lines("the quick brown fox", 9, "  ")).containsExactly("the quick", "  brown", "  fox");
    }

    @Test
    void no_word_is_broken() {
        assertThat(Prose.lines("a incomprehensibilities b", 10, "- "))
                .containsExactly("a", "- incomprehensibilities", "- b");
        assertThat(Prose.lines("incomprehensibilities", 10, "")).containsExactly("incomprehensibilities");
    }

    @Test
    void a_number_keeps_its_per_cent_sign() {
        assertThat(Prose.lines("differs by 10 %", 12, "")).containsExactly("differs by", "10 %");
    }

    @Test
    void without_an_end_there_is_one_line() {
        assertThat(Prose.lines("a b  c ", Integer.MAX_VALUE, "  ")).containsExactly("a b c");
        assertThat(Prose.lines("", 80, "")).containsExactly("");
    }
}
