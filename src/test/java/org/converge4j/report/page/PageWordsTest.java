package org.converge4j.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The page's own words, which stand in its markup and scripts in English, have their Chinese. */
class PageWordsTest {
    private static final Pattern SAID = Pattern.compile("\\bsay\\(\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern EXPLAINED =
            Pattern.compile("(?:says|^  \\w+): \"([A-Z][^\"]{20,})\"", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("aria-label=\"([^\"]*)\"");
    private static final Pattern GAP = Pattern.compile("\\{\\d}");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private static final Map<?, ?> CHINESE = JsonMapper.shared().readValue(Page.resource("page.zh.json"), Map.class);

    @Test
    void no_text_of_the_markup_is_without_chinese() {
        String body =
                Page.resource("page.html").replaceAll("(?s)^.*<body>|<noscript>.*?</noscript>|<script.*?</script>", "");
        Set<String> texts = new TreeSet<>(found(LABEL, body));
        Arrays.stream(body.split("<[^>]*>", -1))
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .filter(text -> text.matches(".*\\p{L}.*"))
                .forEach(texts::add);

        assertThat(texts)
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        text -> assertThat((Object) CHINESE.get(text)).as(text).isNotNull());
    }

    @Test
    void no_text_of_the_scripts_is_without_chinese() {
        Set<String> texts = new TreeSet<>();
        for (String script : Page.SCRIPTS) {
            texts.addAll(found(SAID, Page.resource(script)));
        }
        Stream.of("terms.js", "parts.js").forEach(script -> texts.addAll(found(EXPLAINED, Page.resource(script))));

        assertThat(texts)
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        text -> assertThat((Object) CHINESE.get(text)).as(text).isNotNull());
    }

    @Test
    void chinese_fills_in_the_same_and_has_the_same_numbers() {
        CHINESE.forEach((english, chinese) -> {
            assertThat(found(GAP, chinese.toString())).as(english.toString()).isEqualTo(found(GAP, english.toString()));
            assertThat(found(NUMBER, chinese.toString()))
                    .as(english.toString())
                    .isEqualTo(found(NUMBER, english.toString()));
        });
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        for (MatchResult each : pattern.matcher(text).results().toList()) {
            found.add(each.group(Math.min(1, each.groupCount())));
        }
        return found;
    }
}
