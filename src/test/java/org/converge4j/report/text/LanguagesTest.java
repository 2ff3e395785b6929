package org.converge4j.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.converge4j.analysis.Comparison;
import org.converge4j.catalog.Catalog;
import org.converge4j.report.Samples;
import org.converge4j.wording.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A report says the same in Chinese as in English. */
class LanguagesTest {
    private static final Catalog CATALOG = Catalog.load(LanguagesTest.class.getClassLoader());
    private static final Pattern NUMBER = Pattern.compile("[\\d⁻⁰¹²³⁴-⁹.]*[\\d⁰¹²³⁴-⁹]");

    static Stream<Comparison> reports() {
        return Stream.of(
                Samples.grid("Which is best?"),
                new Samples("", 8, 60)
                        .curved(1)
                        .updater("sgd", 1, 0.1, 2.5)
                        .updater("adam", 0.5, 0.1)
                        .comparison(),
                new Samples("", 3, 60)
                        .tested()
                        .updater("sgd", 1, 0.5)
                        .updater("adam", 0.5, 0.5)
                        .comparison(),
                new Samples("", 8, 10).updater("sgd", 1, 0.5).without(3).comparison(),
                new Samples("", 10, 60)
                        .updater("momentum", 1, 0.01)
                        .updater("sgd", 0.9, 0.01)
                        .comparison());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void no_number_differs(Comparison comparison) {
        String english = Markdown.of(comparison, CATALOG, Language.EN);
        String chinese = Markdown.of(comparison, CATALOG, Language.ZH);

        assertThat(chinese).isNotEqualTo(english).containsPattern("\\p{IsHan}");
        assertThat(numbers(chinese)).isEqualTo(numbers(english));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void the_terminal_says_the_answer_in_chinese(Comparison comparison) {
        TerminalReport report = new TerminalReport(comparison, Language.ZH);

        assertThat(report.answer() + report.parts(80, text -> text) + report.notes())
                .containsPattern("\\p{IsHan}")
                .doesNotContain("{0}");
        assertThat(numbers(report.answer())).isEqualTo(numbers(new TerminalReport(comparison).answer()));
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).sorted().toList();
    }
}
