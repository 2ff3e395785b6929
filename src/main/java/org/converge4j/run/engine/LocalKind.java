package org.converge4j.run.engine;

import org.converge4j.run.plan.Execution;
import org.converge4j.run.plan.Place;
import org.converge4j.run.worker.WorkerPool;

/** Workers on this machine. */
final class LocalKind implements EngineKind {
    @Override
    public String name() {
        return Place.LOCAL;
    }

    @Override
    public Engine open(Execution how, WorkerPool here, Progress progress) {
        return new LocalEngine(here, how.jobs().orElse(Runtime.getRuntime().availableProcessors()));
    }
}
