package org.converge4j.problem.data;

/** What becomes of rows with missing values. */
public enum Missing {
    /** The data is refused. */
    REFUSE,
    /** Numbers become the training part's mean of their column, categories a level of their own called missing. */
    IMPUTE,
    /** The row is left out. */
    DROP
}
