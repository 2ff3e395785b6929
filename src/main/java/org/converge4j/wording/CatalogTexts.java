package org.converge4j.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What languages say for the texts of the catalog, which stand beside the code in English: {@code catalog_<code>.json} beside this
 * class, by the English. What a user's jar adds to the catalog has its English alone.
 */
final class CatalogTexts {
    private static final Map<Language, Map<String, String>> ALL = EnumSet.complementOf(EnumSet.of(Language.EN)).stream()
            .collect(Collectors.toMap(Function.identity(), CatalogTexts::of));

    private CatalogTexts() {}

    static String in(Language language, String english) {
        return ALL.getOrDefault(language, Map.of()).getOrDefault(english, english);
    }

    /** All that a language has words for. */
    static Map<String, String> of(Language language) {
        String name = "catalog_" + language.code() + ".json";
        try (InputStream in = CatalogTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return Map.copyOf(JsonMapper.shared().readValue(in, new TypeReference<Map<String, String>>() {}));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
