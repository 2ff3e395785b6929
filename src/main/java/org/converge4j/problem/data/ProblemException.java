package org.converge4j.problem.data;

import org.converge4j.catalog.message.Printable;

/** Data or a network that cannot be used as described; the message is one line for the user. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 800;

    public ProblemException(String message) {
        super(Printable.of(message, LONGEST));
    }
}
