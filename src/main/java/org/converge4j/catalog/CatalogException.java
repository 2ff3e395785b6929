package org.converge4j.catalog;

/** A variant that cannot be found, described or created; the message is one line for the user. */
public final class CatalogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CatalogException(String message) {
        super(message);
    }
}
