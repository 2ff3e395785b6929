package org.converge4j.problem.table;

/** What a column of a table is for. */
enum Role {
    FEATURE,
    TARGET,
    LABEL;

    boolean isPredicted() {
        return this != FEATURE;
    }
}
