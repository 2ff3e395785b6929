package org.converge4j.run.spark;

import java.time.Duration;
import org.apache.spark.api.java.function.Function;
import org.converge4j.run.worker.Answer;
import org.converge4j.run.worker.RemoteWorkers;
import org.jspecify.annotations.Nullable;

/** What an executor does with a batch: it hands it to a worker that it forks, so that a crash costs a worker, not an executor. */
final class RemoteTask implements Function<String, Answer> {
    private static final long serialVersionUID = 1L;

    private static @Nullable RemoteWorkers workers;

    private final Home home;
    private final long patienceMillis;

    /**
     * @param home where workers find their code
     * @param patience with a worker
     */
    RemoteTask(Home home, Duration patience) {
        this.home = home;
        this.patienceMillis = patience.toMillis();
    }

    @Override
    public Answer call(String request) throws InterruptedException {
        return workers(this).answer(request);
    }

    /** Those of this executor; each executor serves one application. */
    private static synchronized RemoteWorkers workers(RemoteTask task) {
        if (workers == null) {
            workers = new RemoteWorkers(task.home.here(), Duration.ofMillis(task.patienceMillis));
        }
        return workers;
    }

    /** Ends the workers of this virtual machine. */
    static synchronized void close() {
        if (workers != null) {
            workers.close();
            workers = null;
        }
    }
}
