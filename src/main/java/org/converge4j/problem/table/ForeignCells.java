package org.converge4j.problem.table;

import java.util.LinkedHashMap;
import java.util.Map;

/** Cells of a column that should hold something else. */
final class ForeignCells {
    private static final int MOST_LEVELS = 1000;

    /** More of a cell is not kept. */
    private static final int LONGEST = 1000;

    private final Map<String, Integer> levels = new LinkedHashMap<>();
    private long count;
    private String place = "";
    private String first = "";
    private int firstLength;
    private String met = "";
    private String metPlace = "";

    /**
     * Meets one, which counts once its row is known to be a whole one.
     *
     * @param file of a folder, or nothing
     * @param line from 1
     * @param at where the cell begins in its line, from 1
     */
    void meet(String cell, String file, long line, int at) {
        met = cell;
        metPlace = file + ":" + line + ":" + at;
    }

    /** Takes the one that was met last. */
    void keep() {
        String whole = met;
        String cell = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
        if (count++ == 0) {
            first = cell;
            firstLength = whole.length();
            place = metPlace;
        }
        if (levels.size() < MOST_LEVELS || levels.containsKey(cell)) {
            levels.merge(cell, 1, Integer::sum);
        }
    }

    long count() {
        return count;
    }

    /** Where the first is: {@code :line:column}, in a folder {@code /file:line:column}. */
    String place() {
        return place;
    }

    String first() {
        return first;
    }

    /** Of the whole of it, in characters. */
    int firstLength() {
        return firstLength;
    }

    /** What they are, each with how often, the first thousand. */
    Map<String, Integer> levels() {
        return levels;
    }
}
