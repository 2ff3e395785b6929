package org.converge4j.train.engine;

import java.io.Serial;

/** Thrown while a network is read that has something which is left to DL4J. */
final class UnknownLayerException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    /**
     * @param what it has, in words
     */
    UnknownLayerException(String what) {
        super(what);
    }

    /** Throws unless something is known, and says what otherwise. */
    static void expect(boolean known, String otherwise) throws UnknownLayerException {
        if (!known) {
            throw new UnknownLayerException(otherwise);
        }
    }
}
