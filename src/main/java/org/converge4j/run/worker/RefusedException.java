package org.converge4j.run.worker;

/** A worker found the input wrong; the message is one line for the user. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedException(String message) {
        super(message);
    }
}
