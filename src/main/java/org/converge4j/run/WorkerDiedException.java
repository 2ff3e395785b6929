package org.converge4j.run;

/** The worker's virtual machine ended before its answer did; the message says how, with the end of its log. */
final class WorkerDiedException extends Exception {
    private static final long serialVersionUID = 1L;

    WorkerDiedException(String message) {
        super(message);
    }
}
