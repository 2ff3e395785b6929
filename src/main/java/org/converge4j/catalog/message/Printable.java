package org.converge4j.catalog.message;

import java.util.stream.Collectors;

/** Texts from strangers, made safe to print. Whatever people read goes through here, wherever it came from and goes to. */
public final class Printable {
    private Printable() {}

    /** The text on one line, control and direction characters spelled out, cut to so many characters. */
    public static String of(String text, int longest) {
        String cut = text.codePointCount(0, text.length()) > longest
                ? text.substring(0, text.offsetByCodePoints(0, longest)) + "…"
                : text;
        return line(cut);
    }

    /** The whole text on one line, control and direction characters spelled out. */
    public static String line(String text) {
        return isPlain(text)
                ? text
                : text.codePoints().mapToObj(Printable::character).collect(Collectors.joining());
    }

    /** The whole text, its lines kept, everything else that is no character to read spelled out. */
    public static String lines(String text) {
        return isPlain(text)
                ? text
                : text.codePoints()
                        .mapToObj(c -> c == '\n' ? "\n" : character(c))
                        .collect(Collectors.joining());
    }

    /** Most texts are ASCII, and a report has millions of them. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String character(int c) {
        int kind = Character.getType(c);
        boolean breaksLines = kind == Character.LINE_SEPARATOR || kind == Character.PARAGRAPH_SEPARATOR;
        return kind == Character.CONTROL || kind == Character.FORMAT || kind == Character.SURROGATE || breaksLines
                ? "\\u%04x".formatted(c)
                : Character.toString(c);
    }
}
