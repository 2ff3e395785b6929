package org.converge4j.catalog.message;

import java.util.Collection;
import java.util.List;

/** How a message says that something is not what it should be: what was expected, then what was found. */
public final class Mismatch {
    private static final int LONGEST = 60;

    private Mismatch() {}

    /** "expected a number above 0, found `abc`". */
    public static String of(String expected, String found) {
        return "expected " + expected + ", found " + found;
    }

    /** "missing, expected a number above 0". */
    public static String missing(String expected) {
        return "missing, expected " + expected;
    }

    /** "unknown key, expected one of steps, epochs. Did you mean steps?". */
    public static String unknown(String kind, String found, Collection<String> known) {
        return "unknown " + kind + ", expected " + oneOf(List.copyOf(known)) + "." + Nearest.hint(found, known);
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
