package org.converge4j.result.store;

import java.util.regex.Pattern;
import org.converge4j.catalog.message.Printable;

/**
 * Texts as cells of a comma-separated file that no spreadsheet runs: one that begins with {@code =}, {@code +}, {@code -} or
 * {@code @} and is no number has an apostrophe before it, which says "this is text"; so has what would begin a cell where
 * semicolons part them. Control and direction characters are spelled out.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class CsvText {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d*)?([eE][+-]?\\d+)?");

    /** The full-width signs too, which some spreadsheets take for the same. */
    private static final String SIGN = "[=+\\-@＝＋－＠]";

    private static final Pattern FORMULA = Pattern.compile("(^|;)([\\s\\h]*)(?=" + SIGN + ")");
    private static final Pattern DEFUSED = Pattern.compile("(^|;)([\\s\\h]*)'(?=" + SIGN + ")");

    private CsvText() {}

    /** The text of a cell, not yet quoted. */
    public static String write(String text) {
        String line = Printable.line(text);
        return NUMBER.matcher(line).matches() ? line : FORMULA.matcher(line).replaceAll("$1$2'");
    }

    /** The text that a cell was written for. */
    static String read(String cell) {
        return DEFUSED.matcher(cell).replaceAll("$1$2");
    }
}
