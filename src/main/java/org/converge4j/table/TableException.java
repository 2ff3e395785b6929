package org.converge4j.table;

/** A file that is no table; the message is one line that names the file. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TableException(String message) {
        super(message);
    }
}
