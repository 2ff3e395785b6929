package org.converge4j.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Variant;
import org.junit.jupiter.api.Test;

/** The texts of the catalog that reports show have their Chinese. */
class CatalogTextsTest {
    private static final Catalog CATALOG = Catalog.load(CatalogTextsTest.class.getClassLoader());
    private static final Map<String, String> CHINESE = CatalogTexts.of(Language.ZH);
    private static final Pattern NUMBER = Pattern.compile("[\\d⁻⁰¹²³⁴-⁹.]*[\\d⁰¹²³⁴-⁹]");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s)]+");

    @Test
    void no_text_is_without_chinese() {
        Set<String> texts = new TreeSet<>();
        for (Variant<?> updater : updaters()) {
            texts.add(updater.about().value());
            texts.addAll(List.of(updater.about().differs()));
        }
        for (Variant<?> function : CATALOG.functions()) {
            texts.add(function.about().value());
            texts.add(function.about().source());
            function.parameters()
                    .forEach(parameter -> texts.add(parameter.setting().value()));
        }

        assertThat(texts).hasSizeGreaterThan(120);
        assertThat(CHINESE.keySet()).containsAll(texts);
        texts.addAll(
                updaters().stream().map(updater -> updater.about().source()).toList());
        assertThat(texts).as("Chinese of what no longer stands in the catalog").containsAll(CHINESE.keySet());
    }

    @Test
    void chinese_has_the_same_numbers_and_addresses() {
        CHINESE.forEach((english, chinese) -> {
            assertThat(found(NUMBER, chinese)).as(english).isEqualTo(found(NUMBER, english));
            assertThat(found(ADDRESS, chinese)).as(english).isEqualTo(found(ADDRESS, english));
        });
    }

    @Test
    void chinese_has_a_space_beside_latin_letters_and_none_beside_its_stops() {
        CHINESE.forEach((english, chinese) ->
                assertThat(Language.ZH.typeset(chinese)).as(english).isEqualTo(chinese));
    }

    @Test
    void what_a_users_jar_says_of_its_updater_stays_as_it_is() {
        Text own = Text.catalog("My own rule");

        assertThat(own.in(Language.ZH)).isEqualTo(own.in(Language.EN)).isEqualTo("My own rule");
        assertThat(Text.catalog("Gradient descent").in(Language.ZH)).isEqualTo("梯度下降");
        assertThat(Text.catalog("Gradient descent").in(Language.EN)).isEqualTo("Gradient descent");
    }

    private static List<? extends Variant<?>> updaters() {
        return CATALOG.updaters().stream()
                .filter(updater -> updater.about().family() != Family.YOURS)
                .toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).sorted().toList();
    }
}
