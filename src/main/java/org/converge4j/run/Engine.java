package org.converge4j.run;

import java.util.List;

/** Where batches are trained: workers on this machine, or a cluster. */
public interface Engine {
    /**
     * Trains batches and returns when each of their runs has a record or has failed for good.
     *
     * @throws InterruptedException if it was stopped; records that arrived were delivered
     */
    void train(List<Batch> batches, Sink sink) throws InterruptedException;
}
