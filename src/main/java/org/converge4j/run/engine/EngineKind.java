package org.converge4j.run.engine;

import org.converge4j.run.plan.Execution;
import org.converge4j.run.worker.RefusedException;
import org.converge4j.run.worker.WorkerPool;

/** A kind of engine. Those that a build may lack are services. */
public interface EngineKind {
    /** What {@code --on} calls it. */
    String name();

    /**
     * An engine, ready to train.
     *
     * @param how jobs, patience and master
     * @param here the workers of this machine, which the caller ends
     * @param progress is told of long waits
     * @throws RefusedException if it cannot be had as asked for
     */
    Engine open(Execution how, WorkerPool here, Progress progress) throws InterruptedException;
}
