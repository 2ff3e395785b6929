package org.converge4j.config;

import java.util.stream.Collectors;

/** Texts from files, made safe to print. */
final class Text {
    private static final int LONGEST = 60;

    private Text() {}

    /** The text on one line, without control or direction characters, cut to a readable length. */
    static String printable(String text) {
        String cut = text.codePointCount(0, text.length()) > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…"
                : text;
        return cut.codePoints()
                .mapToObj(c -> Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.FORMAT
                        ? "\\u%04x".formatted(c)
                        : Character.toString(c))
                .collect(Collectors.joining());
    }
}
