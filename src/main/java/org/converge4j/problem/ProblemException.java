package org.converge4j.problem;

/** Data or a network that cannot be used as described; the message is one line for the user. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProblemException(String message) {
        super(message);
    }
}
