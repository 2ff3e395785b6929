package org.converge4j.run.worker;

/** What a worker ran threw; the worker itself is well. The message says what was thrown. */
public final class BatchFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    BatchFailedException(String message) {
        super(message);
    }
}
