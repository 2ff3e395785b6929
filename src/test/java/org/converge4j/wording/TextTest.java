package org.converge4j.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Sentences put together, in both languages. */
class TextTest {
    @Test
    void lists_end_in_a_word_of_their_language() {
        assertThat(Text.and(List.of("a")).in(Language.EN)).isEqualTo("a");
        assertThat(Text.and(List.of("a", "b", "c")).in(Language.EN)).isEqualTo("a, b and c");
        assertThat(Text.and(List.of("a", "b at=[1, 2]", "c")).in(Language.EN)).isEqualTo("a; b at=[1, 2] and c");
        assertThat(Text.commas(List.of("a", "b at=[1, 2]", Text.plain("c"))).in(Language.EN))
                .isEqualTo("a; b at=[1, 2]; c");
        assertThat(Text.or(List.of("a", "b")).in(Language.EN)).isEqualTo("a or b");
        assertThat(Text.or(List.of("sgd", "adam", "lion")).in(Language.ZH)).isEqualTo("sgd、adam 还是 lion");
    }

    @Test
    void one_is_counted_otherwise_than_many() {
        assertThat(Text.count(1, "seed").in(Language.EN)).isEqualTo("1 seed");
        assertThat(Text.count(1200, "seed").in(Language.EN)).isEqualTo("1200 seeds");
        assertThat(Text.count(3, "seed").in(Language.ZH)).isEqualTo("3 个随机种子");
    }

    @Test
    void what_says_nothing_is_left_out() {
        Text one = Text.of("edge.its");
        assertThat(Text.sentences(Text.NONE, one, Text.NONE)).isEqualTo(one);
        assertThat(Text.sentences()).isEqualTo(Text.NONE);
        assertThat(Text.NONE.optional()).isEmpty();
    }

    @Test
    void braces_and_quotes_of_a_name_stay_what_they_are() {
        assertThat(Text.of("rival.next", "it's {0}").in(Language.EN)).isEqualTo("it's {0}, the next,");
        assertThat(Text.of("apart.higher", "sgd", "35").in(Language.EN)).isEqualTo("sgd's is 35 % higher");
    }

    @Test
    void a_sentence_begins_with_a_capital() {
        assertThat(Text.plain("gradient descent").capital().in(Language.EN)).isEqualTo("Gradient descent");
        assertThat(Text.NONE.capital().in(Language.EN)).isEmpty();
    }

    @Test
    void chinese_has_a_space_beside_latin_letters_and_none_beside_its_stops() {
        assertThat(Text.of("answer.because", "sgd ", " 23 步").in(Language.ZH)).isEqualTo("sgd：23 步");
        assertThat(Text.of("headline.clear", "Adam").in(Language.ZH)).isEqualTo("Adam 最好。");
    }
}
