package org.converge4j.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every language says all that English says, and fills in the same. */
class LanguageTest {
    private static final Pattern GAP = Pattern.compile("\\{\\d+}");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_template_is_missing_or_left_over(Language language) {
        assertThat(language.templates().keySet())
                .isEqualTo(Language.EN.templates().keySet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_template_fills_in_what_the_english_one_does_and_has_no_number_of_its_own(Language language) {
        for (String key : Language.EN.templates().keySet()) {
            String template = language.templates().getString(key);
            String english = Language.EN.templates().getString(key);
            assertThat(found(GAP, template)).as(key).isEqualTo(found(GAP, english));
            assertThat(found(NUMBER, GAP.matcher(template).replaceAll("")))
                    .as(key)
                    .isEqualTo(found(NUMBER, GAP.matcher(english).replaceAll("")));
            assertThat(new MessageFormat(template.replace("'", "''"), Locale.ROOT).format(new Object[10]))
                    .as(key)
                    .isNotEmpty();
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>(
                pattern.matcher(text).results().map(MatchResult::group).toList());
        Collections.sort(found);
        return found;
    }
}
