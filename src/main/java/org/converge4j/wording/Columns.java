package org.converge4j.wording;

import java.lang.Character.UnicodeScript;

/** How many columns of a terminal a text fills: Chinese characters fill two, those that combine with the one before them none. */
public final class Columns {
    /** Stands for the second column; of the private use area, so that no text holds it. */
    private static final char SECOND = '\ue000';

    private Columns() {}

    /** The columns that a text fills, roughly. */
    public static int filled(String text) {
        return text.codePoints()
                .map(sign -> isWide(sign) ? 2 : Character.getType(sign) == Character.NON_SPACING_MARK ? 0 : 1)
                .sum();
    }

    /** A text with as many characters as the columns that it fills, for libraries that count those. */
    public static String counted(String text) {
        StringBuilder counted = new StringBuilder();
        text.codePoints().forEach(sign -> {
            counted.appendCodePoint(sign);
            if (isWide(sign)) {
                counted.append(SECOND);
            }
        });
        return counted.toString();
    }

    /** The same without what was counted. */
    public static String uncounted(String text) {
        return text.replace(Character.toString(SECOND), "");
    }

    private static boolean isWide(int sign) {
        return UnicodeScript.of(sign) == UnicodeScript.HAN
                || (sign >= 0x3000 && sign <= 0x303f)
                || (sign >= 0xff00 && sign <= 0xff60);
    }
}
