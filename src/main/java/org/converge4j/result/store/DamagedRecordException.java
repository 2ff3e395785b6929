package org.converge4j.result.store;

/** A text that is not a whole, unchanged record; the message says what is wrong with it. */
public final class DamagedRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DamagedRecordException(String message) {
        super(message);
    }
}
