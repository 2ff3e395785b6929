package org.converge4j.run.worker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * Idle workers that outlive their pool, for a program that runs many short experiments one after another, as the tests do: a
 * worker takes longer to start than such an experiment to train. There are none unless a system property allows them.
 */
final class SpareWorkers {
    /** Those of this virtual machine; they end with it, as all workers do. */
    static final SpareWorkers HERE = new SpareWorkers(Integer.getInteger("converge.spareWorkers", 0));

    private final int most;
    private final Deque<WorkerProcess> spares = new ArrayDeque<>();

    /**
     * @param most that are kept at once
     */
    SpareWorkers(int most) {
        this.most = most;
    }

    /** A spare worker that this very command has started. */
    synchronized Optional<WorkerProcess> take(ProcessBuilder command) {
        for (Iterator<WorkerProcess> all = spares.iterator(); all.hasNext(); ) {
            WorkerProcess spare = all.next();
            if (spare.isOf(command)) {
                all.remove();
                return Optional.of(spare);
            }
        }
        return Optional.empty();
    }

    /** Takes a worker over that is meant for the next pool. */
    synchronized void expect(WorkerProcess worker) {
        spares.add(worker);
    }

    /** Takes an idle worker over; of too many the one that has waited longest is ended. */
    synchronized void give(WorkerProcess worker) {
        spares.add(worker);
        if (spares.size() > most) {
            spares.remove().close();
        }
    }
}
