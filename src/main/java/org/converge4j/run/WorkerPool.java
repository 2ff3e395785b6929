package org.converge4j.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/** Workers that are alive and idle, kept for the next who needs one: starting one costs more than a short experiment. */
final class WorkerPool implements AutoCloseable {
    private final BlockingDeque<WorkerProcess> idle = new LinkedBlockingDeque<>();

    /** An idle worker, or a new one. The taker gives it back, or closes it if it died. */
    WorkerProcess take() {
        WorkerProcess worker = idle.poll();
        try {
            return worker == null ? new WorkerProcess() : worker;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void give(WorkerProcess worker) {
        idle.push(worker);
    }

    /** Ends every idle worker. */
    @Override
    public void close() {
        idle.forEach(WorkerProcess::close);
        idle.clear();
    }
}
