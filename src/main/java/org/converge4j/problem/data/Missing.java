package org.converge4j.problem.data;

import java.util.Set;

/** What becomes of rows with missing values. A cell is missing if it is empty, NA, NaN or ?. */
public enum Missing {
    /** The data is refused. */
    REFUSE,
    /** Numbers become the training part's mean of their column, categories a level of their own called missing. */
    IMPUTE,
    /** The row is left out. */
    DROP;

    private static final Set<String> WORDS = Set.of("", "NA", "NaN", "?");

    /** Whether a cell holds nothing. */
    static boolean is(String cell) {
        return WORDS.contains(cell);
    }
}
