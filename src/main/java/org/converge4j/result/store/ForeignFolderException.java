package org.converge4j.result.store;

/** A folder that converge4j will not read or write, because what lies there is not its own; the message is one line that names it. */
public final class ForeignFolderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ForeignFolderException(String message) {
        super(message);
    }
}
