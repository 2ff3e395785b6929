package org.converge4j.catalog.message;

import java.util.stream.Collectors;

/** Texts from strangers, made safe to print. */
public final class Printable {
    private Printable() {}

    /** The text on one line, control and direction characters spelled out, cut to so many characters. */
    public static String of(String text, int longest) {
        String cut = text.codePointCount(0, text.length()) > longest
                ? text.substring(0, text.offsetByCodePoints(0, longest)) + "…"
                : text;
        return cut.codePoints().mapToObj(Printable::character).collect(Collectors.joining());
    }

    private static String character(int c) {
        int kind = Character.getType(c);
        boolean breaksLines = kind == Character.LINE_SEPARATOR || kind == Character.PARAGRAPH_SEPARATOR;
        return kind == Character.CONTROL || kind == Character.FORMAT || kind == Character.SURROGATE || breaksLines
                ? "\\u%04x".formatted(c)
                : Character.toString(c);
    }
}
