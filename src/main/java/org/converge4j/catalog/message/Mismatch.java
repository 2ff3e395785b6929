package org.converge4j.catalog.message;

import java.util.Collection;
import java.util.List;

/** How a message says that something is not what it should be: what was expected, then what was found. */
public final class Mismatch {
    private static final int LONGEST = 60;

    private static final int MOST_LISTED = 20;

    private Mismatch() {}

    /** "expected a number above 0, found `abc`". */
    public static String of(String expected, String found) {
        return "expected " + expected + ", found " + found;
    }

    /** "missing, expected a number above 0". */
    public static String missing(String expected) {
        return "missing, expected " + expected;
    }

    /** "unknown key, expected one of steps, epochs. Did you mean steps?"; of very many words the one alone that is near. */
    public static String unknown(String kind, String found, Collection<String> known) {
        String hint = Nearest.hint(found, known);
        String expected =
                known.size() > MOST_LISTED && !hint.isEmpty() ? "" : ", expected " + oneOf(List.copyOf(known));
        return "unknown " + kind + expected + "." + hint;
    }

    /** What was typed, as messages quote it: "`abc`". */
    public static String quoted(String typed) {
        return "`" + Printable.of(typed, LONGEST) + "`";
    }

    static String oneOf(List<String> words) {
        return switch (words.size()) {
            case 0 -> "none";
            case 1 -> words.get(0);
            default -> "one of " + String.join(", ", words);
        };
    }
}
