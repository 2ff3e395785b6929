package org.converge4j.run.worker;

/** The worker's virtual machine ended before its answer did; the message says how, with the end of its log. */
public final class WorkerDiedException extends Exception {
    private static final long serialVersionUID = 1L;

    WorkerDiedException(String message) {
        super(message);
    }
}
