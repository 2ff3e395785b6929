package org.converge4j.run.engine;

import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.converge4j.run.plan.Batch;
import org.converge4j.run.worker.BatchFailedException;
import org.converge4j.run.worker.WorkerDiedException;
import org.converge4j.run.worker.WorkerPool;

/**
 * Workers on this machine, each fed by a thread of its own from one queue. Where the work is brief, one begins, and the
 * others join only if half of it is left after a while: to start one costs as much processor time as thousands of short runs.
 * Where it is long, the worker that is there begins as well, and one that is faster in the end takes its place if it is not done soon.
 */
final class LocalEngine implements Engine {
    private static final long MILLIS_ALONE = 10_000;

    private final WorkerPool workers;
    private final int jobs;

    /**
     * @param jobs how many workers at once, at least 1
     */
    LocalEngine(WorkerPool workers, int jobs) {
        this.workers = workers;
        this.jobs = jobs;
    }

    @Override
    public int width() {
        return workers.isBrief() ? 1 : jobs;
    }

    @Override
    public void train(List<Batch> batches, Sink sink) throws InterruptedException {
        BlockingDeque<Batch> queue = new LinkedBlockingDeque<>(batches);
        int count = Math.min(jobs, batches.size());
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, count));
        CompletionService<Void> feeders = new ExecutorCompletionService<>(threads);
        CountDownLatch empty = new CountDownLatch(1);
        boolean finished = false;
        try {
            int atOnce = workers.isBrief() ? Math.min(1, count) : count;
            feed(queue, sink, feeders, empty, atOnce);
            if (count > 0 && isLong(queue, batches.size(), empty)) {
                workers.forLongWork();
                feed(queue, sink, feeders, empty, count - atOnce);
                atOnce = count;
                workers.startSuccessor();
            }
            for (int i = 0; i < atOnce; i++) {
                feeders.take().get(); // the first to fail ends them all
            }
            finished = true;
        } catch (ExecutionException failure) {
            throw unchecked(failure);
        } finally {
            queue.clear();
            empty.countDown();
            threads.shutdown();
            if (!finished) {
                workers.close(); // a thread that waits for a reply cannot be interrupted; its worker can be ended
            }
        }
    }

    /** Has more threads feed workers. */
    private void feed(
            BlockingDeque<Batch> queue, Sink sink, CompletionService<Void> feeders, CountDownLatch empty, int more) {
        for (int i = 0; i < more; i++) {
            feeders.submit(() -> {
                try {
                    feed(queue, sink);
                } finally {
                    empty.countDown();
                }
                return null;
            });
        }
    }

    /** Waits until all batches are begun, or until it is known that most of them will take a while yet. */
    private static boolean isLong(BlockingDeque<Batch> queue, int batches, CountDownLatch empty)
            throws InterruptedException {
        while (!empty.await(MILLIS_ALONE, TimeUnit.MILLISECONDS)) {
            if (2 * queue.size() >= batches) {
                return true;
            }
        }
        return false;
    }

    private static RuntimeException unchecked(ExecutionException failure) throws InterruptedException {
        Throwable cause = failure.getCause();
        if (cause instanceof InterruptedException stopped) {
            throw stopped;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    /** Keeps one worker busy until the queue is empty; a worker that dies is replaced. */
    private void feed(BlockingDeque<Batch> queue, Sink sink) throws InterruptedException {
        for (Batch batch = queue.poll(); batch != null; batch = queue.poll()) {
            Attempt attempt = new Attempt(batch, sink);
            try {
                attempt.run(workers);
            } catch (BatchFailedException failed) {
                attempt.afterFailure(String.valueOf(failed.getMessage())).forEach(queue::addFirst);
            } catch (WorkerDiedException died) {
                if (workers.isClosed()) {
                    return; // it was ended with all others, and is not to blame
                }
                attempt.afterDeath(String.valueOf(died.getMessage())).forEach(queue::addFirst);
            }
        }
    }

    @Override
    public void close() {
        // its workers are the caller's
    }
}
