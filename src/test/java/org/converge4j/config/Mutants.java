package org.converge4j.config;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Files as accidents and strangers make them. */
public final class Mutants {
    private static final List<String> SPLINTERS = List.of(
            "\t",
            "\0",
            "&a ",
            "*a",
            "!!java.net.URL ",
            "{",
            "[",
            "}",
            "]",
            ":",
            "- ",
            "\n",
            "1e999",
            "-",
            "<<: ",
            "%",
            "\u202e",
            "\ufeff",
            "null",
            "~",
            "|",
            ">",
            "'",
            "\"",
            "#",
            "99999999999999999999",
            "NaN",
            ".inf",
            "\r",
            "? ");

    private Mutants() {}

    /** Replaces, removes, repeats or inserts at a few places. */
    public static byte[] of(byte[] original, Random random) {
        StringBuilder text = new StringBuilder(new String(original, StandardCharsets.ISO_8859_1));
        for (int i = random.nextInt(4); i >= 0; i--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + 1 + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(from, (char) random.nextInt(256));
                case 1 -> text.delete(from, to);
                case 2 -> text.insert(from, text.substring(from, to));
                case 3 -> text.insert(random.nextInt(text.length()), text.substring(from, to));
                default ->
                    text.insert(
                            from,
                            new String(
                                    SPLINTERS
                                            .get(random.nextInt(SPLINTERS.size()))
                                            .getBytes(StandardCharsets.UTF_8),
                                    StandardCharsets.ISO_8859_1));
            }
            if (text.isEmpty()) {
                text.append('x');
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
