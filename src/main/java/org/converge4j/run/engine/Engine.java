package org.converge4j.run.engine;

import java.util.List;
import org.converge4j.run.plan.Batch;
import org.converge4j.run.worker.RefusedException;

/** Where batches are trained: workers on this machine, or a cluster. */
public interface Engine extends AutoCloseable {
    /** How many batches it trains at once, as far as is known before it has begun; at least 1. */
    int width();

    /**
     * Trains batches and returns when each of their runs has a record or has failed for good.
     *
     * @throws InterruptedException if it was stopped; records that arrived were delivered
     * @throws RefusedException if a worker found the input wrong
     * @throws EngineLostException if it cannot go on; records that arrived were delivered
     */
    void train(List<Batch> batches, Sink sink) throws InterruptedException;

    /** Gives back what it holds; nothing of it trains any more. */
    @Override
    void close();
}
