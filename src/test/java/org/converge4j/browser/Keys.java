package org.converge4j.browser;

import java.util.Map;

/** What a key sends beside its name: the number that old handlers read, and the text that it types. */
final class Keys {
    private static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("Backspace", 8),
            Map.entry("Tab", 9),
            Map.entry("Enter", 13),
            Map.entry("Escape", 27),
            Map.entry(" ", 32),
            Map.entry("PageUp", 33),
            Map.entry("PageDown", 34),
            Map.entry("End", 35),
            Map.entry("Home", 36),
            Map.entry("ArrowLeft", 37),
            Map.entry("ArrowUp", 38),
            Map.entry("ArrowRight", 39),
            Map.entry("ArrowDown", 40),
            Map.entry("Delete", 46));

    private Keys() {}

    static int code(String key) {
        Integer code = CODES.get(key);
        if (code != null) {
            return code;
        }
        if (key.length() != 1) {
            throw new IllegalArgumentException("no such key: " + key);
        }
        return Character.toUpperCase(key.charAt(0));
    }

    static String text(String key) {
        return key.length() == 1 ? key : key.equals("Enter") ? "\r" : "";
    }
}
