package org.converge4j.catalog.message;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that a misspelled one was probably meant to be. */
public final class Nearest {
    /** A word of three to five letters may have one slip, one of six to eight two. */
    private static final int LETTERS_A_SLIP = 3;

    /** Who writes so much of the end of a word, {@code adamw} of {@code torchAdamW}, means it. */
    private static final int LETTERS_OF_AN_END = 4;

    private Nearest() {}

    /** " Did you mean …?", or nothing when no word is near. */
    public static String hint(String found, Collection<String> known) {
        return to(found, known).map(near -> " Did you mean " + near + "?").orElse("");
    }

    /** The known word that is nearest, if one is near; of several rather one in which all stands that was found. */
    public static Optional<String> to(String found, Collection<String> known) {
        String word = found.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> isNear(word, name.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparing(
                                (String name) -> !name.toLowerCase(Locale.ROOT).contains(word))
                        .thenComparing(name -> distance(word, name.toLowerCase(Locale.ROOT))));
    }

    private static boolean isNear(String word, String name) {
        return (word.length() >= LETTERS_OF_AN_END && name.endsWith(word))
                || distance(word, name) <= Math.max(word.length(), name.length()) / LETTERS_A_SLIP;
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
