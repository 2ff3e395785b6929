package org.converge4j.cli.screen;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines at its spaces, but not before a per cent sign; a word longer than a line has one of its own. */
public final class Prose {
    private static final String GLUE = "\u00a0";

    private Prose() {}

    /**
     * The lines of a text.
     *
     * @param columns that a line may fill
     * @param indent of the lines after the first
     */
    public static List<String> lines(String text, int columns, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        String start = "";
        for (String word : text.strip().replace(" %", GLUE + "%").split(" +", -1)) {
            int length = length(word);
            if (used > length(start) && used + 1 + length > columns) {
                lines.add(line.toString());
                start = indent;
                line = new StringBuilder(indent);
                used = length(indent);
            }
            boolean first = used == length(start);
            line.append(first ? "" : " ").append(word.replace(GLUE, " "));
            used += length + (first ? 0 : 1);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Columns that a text fills, roughly: characters that combine with the one before them fill none. */
    static int length(String text) {
        return (int) text.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .count();
    }
}
