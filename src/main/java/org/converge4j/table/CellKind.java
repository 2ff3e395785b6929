package org.converge4j.table;

import java.util.regex.Pattern;

/** What a cell looks like, however numbers are spelled in its table. */
public enum CellKind {
    MISSING,
    NUMBER,
    DATE,
    TEXT,
    /** Holds what looks like several cells. */
    TORN;

    private static final Pattern NUMBERS = Pattern.compile(
            "[+-]?(\\d+[.,]?\\d*|[.,]\\d+)([eE][+-]?\\d+)?" + "|[+-]?\\d{1,3}([.,'\u00a0\u202f ]\\d{3})+([.,]\\d+)?");
    private static final Pattern DATES = Pattern.compile(
            "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}([T ]\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?"
                    + "( ?[AP]M)?(Z|[+-]\\d{2}:?\\d{2})?)?"
                    + "|\\d{1,2}[-/.]\\d{1,2}[-/.](\\d{4}|\\d{2})( \\d{1,2}:\\d{2}(:\\d{2})?( ?[AP]M)?)?"
                    + "|\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?( ?[AP]M)?"
                    + "|\\d{1,2}[- ]\\p{L}{3,9}[- ]\\d{2,4}|\\p{L}{3,9} \\d{1,2},? \\d{4}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS_AND_MARKS = Pattern.compile("[-+\\d.,;|\\s'/:]+");
    private static final Pattern SEPARATORS = Pattern.compile("[;|\\t]|,\\S|,$");

    /** In characters; expressions that look at longer texts would take for ever, or all of the stack. */
    static final int LONGEST_NUMBER = 40;

    /** The kind of a cell that is not missing. */
    public static CellKind of(String cell) {
        return of(cell, false);
    }

    /**
     * The kind of a cell.
     *
     * @param quoted whether quotes stood around it, so that separators in it are its own
     */
    static CellKind of(String cell, boolean quoted) {
        boolean isShort = cell.length() <= LONGEST_NUMBER;
        if (isShort && NUMBERS.matcher(cell).matches()) {
            return NUMBER;
        }
        if (isShort && DATES.matcher(cell).matches()) {
            return DATE;
        }
        return !quoted
                        && (DIGITS_AND_MARKS.matcher(cell).matches()
                                || SEPARATORS.matcher(cell).find())
                ? TORN
                : TEXT;
    }
}
