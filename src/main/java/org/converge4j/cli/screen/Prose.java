package org.converge4j.cli.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.converge4j.wording.Columns;

/** Text broken into lines at its spaces, but not before a per cent sign; a word longer than a line has one of its own. */
public final class Prose {
    private static final String GLUE = "\u00a0";

    /** After spaces, and after Chinese stops. */
    private static final Pattern BREAKS = Pattern.compile("(?<= )|(?<=[，。；：、])");

    private Prose() {}

    /** The lines of one that may be set off, all of them set off as far, and what goes on a little further. */
    public static List<String> setOff(String text, int columns) {
        String spaces = " ".repeat(text.length() - text.stripLeading().length());
        return lines(text, columns - spaces.length(), spaces.isEmpty() ? "" : "  ").stream()
                .map(line -> spaces + line)
                .toList();
    }

    /**
     * The lines of a text.
     *
     * @param columns that a line may fill
     * @param indent of the lines after the first
     */
    public static List<String> lines(String text, int columns, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : BREAKS.split(text.strip().replaceAll(" +", " ").replace(" %", GLUE + "%"), -1)) {
            boolean isFirst = line.toString().isBlank();
            if (!isFirst && Columns.filled(line + part.stripTrailing()) > columns) {
                lines.add(line.toString().stripTrailing().replace(GLUE, " "));
                line = new StringBuilder(indent);
            }
            line.append(part);
        }
        lines.add(line.toString().stripTrailing().replace(GLUE, " "));
        return lines;
    }
}
