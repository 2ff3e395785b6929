package org.converge4j.problem.table;

import java.util.LinkedHashMap;
import java.util.Map;

/** Cells of a column that should hold something else. */
final class ForeignCells {
    private static final int MOST_LEVELS = 1000;

    private final Map<String, Integer> levels = new LinkedHashMap<>();
    private long count;
    private String place = "";
    private String first = "";

    /**
     * Takes one.
     *
     * @param line from 1
     * @param at where the cell begins in its line, from 1
     */
    void add(String cell, long line, int at) {
        if (count++ == 0) {
            first = cell;
            place = ":" + line + ":" + at;
        }
        if (levels.size() < MOST_LEVELS || levels.containsKey(cell)) {
            levels.merge(cell, 1, Integer::sum);
        }
    }

    long count() {
        return count;
    }

    /** Where the first is: {@code :line:column}. */
    String place() {
        return place;
    }

    String first() {
        return first;
    }

    /** What they are, each with how often, the first thousand. */
    Map<String, Integer> levels() {
        return levels;
    }
}
