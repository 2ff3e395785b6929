package org.converge4j.problem.table;

import java.util.Optional;

/** Whether the first row names the columns. */
enum Heading {
    /** To be found by looking. */
    FOUND,
    TRUE,
    FALSE;

    Optional<Boolean> known() {
        return this == FOUND ? Optional.empty() : Optional.of(this == TRUE);
    }
}
