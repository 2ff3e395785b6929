package org.converge4j.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How a table is written.
 *
 * @param separator between cells; a blank stands for any run of blanks and tabs
 * @param quote around cells that hold a separator, a quote or a line end
 * @param numbers how numbers are spelled
 * @param encoding of the bytes
 * @param heading whether the first row names the columns
 * @param comment what lines that are no rows begin with, or {@link #NONE}
 * @param isCompressed by gzip
 */
public record Dialect(
        char separator,
        char quote,
        NumberSpelling numbers,
        Charset encoding,
        boolean heading,
        char comment,
        boolean isCompressed) {
    /** No such character. */
    public static final char NONE = '\0';

    /** RFC 4180 in UTF-8: what this project writes. */
    public static final Dialect PLAIN =
            new Dialect(',', '"', NumberSpelling.PLAIN, StandardCharsets.UTF_8, true, NONE, false);

    /** {@code semicolons, decimal commas, heading line}: what is unusual, and whether there is a heading. */
    public String spoken() {
        List<String> words = new ArrayList<>();
        words.add(separators());
        if (quote != '"') {
            words.add(quote == NONE ? "no quotes" : "quotes " + quote);
        }
        if (numbers.decimal() == ',') {
            words.add("decimal commas");
        }
        if (numbers.thousands() != NONE) {
            words.add("thousands marks " + mark(numbers.thousands()));
        }
        if (!encoding.equals(StandardCharsets.UTF_8)) {
            words.add(encoding.name());
        }
        if (comment != NONE) {
            words.add("comments after " + comment);
        }
        if (isCompressed) {
            words.add("gzip");
        }
        words.add(heading ? "heading line" : "no heading line");
        return String.join(", ", words);
    }

    private String separators() {
        return switch (separator) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case '|' -> "bars";
            case ' ' -> "blanks";
            default -> "separator " + separator;
        };
    }

    private static String mark(char thousands) {
        return Character.isSpaceChar(thousands) ? "(blank)" : Character.toString(thousands);
    }
}
