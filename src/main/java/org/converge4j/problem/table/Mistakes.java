package org.converge4j.problem.table;

import java.util.ArrayList;
import java.util.List;
import org.converge4j.problem.data.ProblemException;

/** All that is wrong with a table, a line each. */
final class Mistakes {
    private final List<String> lines = new ArrayList<>();

    void add(String line) {
        lines.add(line);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /**
     * Says all of it, if there is any.
     *
     * @throws ProblemException if something was wrong
     */
    void check() {
        if (!lines.isEmpty()) {
            throw new ProblemException(lines);
        }
    }
}
