package org.converge4j.result.store;

/** Another command is at work in the folder; the message is one line that says which. */
public final class LockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LockedException(String message) {
        super(message);
    }
}
