package org.converge4j.problem.table;

import java.util.List;
import java.util.regex.Pattern;

/** A column of a table as it fills: one number a row, or the number of a level. */
abstract sealed class Column permits NumberColumn, LevelColumn, SequenceColumn {
    /** Stands for a cell that does not belong in its column. */
    static final double STRANGE = Double.POSITIVE_INFINITY;

    /** What YAML reads as a text without quotes, alone or in a list. */
    private static final Pattern PLAIN =
            Pattern.compile("(?!(?i:true|false|yes|no|on|off|null)$)[\\p{L}_]([\\p{L}\\d_. -]*[\\p{L}\\d_.-])?");

    private final String name;
    private final Role role;
    private long missing;
    private String firstMissing = "";
    private String file = "";

    Column(String name, Role role) {
        this.name = name;
        this.role = role;
    }

    String name() {
        return name;
    }

    /** Its name as it can be pasted into an experiment. */
    String spelled() {
        return spelled(name);
    }

    /** A name, or a pattern of names, as it can be pasted into an experiment. */
    static String spelled(String name) {
        return PLAIN.matcher(name).matches() ? name : quoted(name);
    }

    /** A column's name among others: in quotes if a comma in it could be taken for one between them. */
    static String listed(String name) {
        return name.contains(",") ? quoted(name) : name;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    Role role() {
        return role;
    }

    /**
     * Reads a cell.
     *
     * @return what stands in the table for it; NaN if it is missing, {@link #STRANGE} if it does not belong here
     */
    abstract double read(char[] buffer, int from, int to, long line, int at);

    /** Keeps the cell that was read last, which does not belong here: its row is a whole one. */
    abstract void keepStrange();

    /** Whether none of its cells holds anything. */
    abstract boolean isEmpty();

    /** How many columns of the data it becomes. */
    abstract int width();

    /** What they are called. */
    abstract List<String> names();

    /** Writes a row's number, or its indicators. */
    abstract void write(double value, double[] table, int at);

    /** Notes that a row's cell is missing. */
    final void miss(long line) {
        if (missing++ == 0) {
            firstMissing = file + ":" + line;
        }
    }

    /** Turns to a file of a folder: {@code /a.csv}. */
    void turn(String to) {
        file = to;
    }

    /** The file of a folder that is being read. */
    final String file() {
        return file;
    }

    /** How many cells are missing. */
    final long missing() {
        return missing;
    }

    /** Where the first is that is missing: {@code :line}, in a folder {@code /file:line}. */
    final String firstMissing() {
        return firstMissing;
    }

    /** What a column of a table is for. */
    enum Role {
        FEATURE,
        TARGET,
        LABEL,
        /** Tells sequences apart. */
        SEQUENCE;

        boolean isPredicted() {
            return this == TARGET || this == LABEL;
        }
    }
}
