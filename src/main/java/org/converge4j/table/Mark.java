package org.converge4j.table;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.message.Mismatch;

/** A character as a setting names it: itself, or its word. */
public final class Mark {
    private static final Map<String, Character> WORDS = Map.ofEntries(
            Map.entry("comma", ','),
            Map.entry("semicolon", ';'),
            Map.entry("tab", '\t'),
            Map.entry("\\t", '\t'),
            Map.entry("bar", '|'),
            Map.entry("pipe", '|'),
            Map.entry("blank", ' '),
            Map.entry("blanks", ' '),
            Map.entry("space", ' '),
            Map.entry("point", '.'),
            Map.entry("none", Dialect.NONE));

    private Mark() {}

    /**
     * The character, or nothing where none is given.
     *
     * @param setting its name, for messages
     */
    public static Optional<Character> of(String setting, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Character word = WORDS.get(text.toLowerCase(Locale.ROOT));
        if (word == null && text.length() != 1) {
            throw new IllegalArgumentException(setting + ": "
                    + Mismatch.of(
                            "one character, or comma, semicolon, tab, bar, blank, point or none",
                            Mismatch.quoted(text)));
        }
        return Optional.of(word == null ? text.charAt(0) : word);
    }
}
