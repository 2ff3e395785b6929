package org.converge4j.run.engine;

/** An engine cannot go on, through no fault of what it trains; the message is one line that says why. */
public final class EngineLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EngineLostException(String message) {
        super(message);
    }
}
