package org.converge4j.run.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.converge4j.run.plan.Batch;

/** Hands batches to whoever trains them, so many at once, until none is left; what a try leaves over comes before the rest. */
public final class Feeding {
    private Feeding() {}

    /**
     * Trains batches in as many threads as there may be at once.
     *
     * @throws InterruptedException if this thread was interrupted, or a try
     */
    public static void all(List<Batch> batches, int atOnce, Try one) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(atOnce, batches.size())));
        CompletionService<List<Batch>> tries = new ExecutorCompletionService<>(threads);
        Deque<Batch> waiting = new ArrayDeque<>(batches);
        int running = 0;
        try {
            while (running > 0 || !waiting.isEmpty()) {
                for (; running < atOnce && !waiting.isEmpty(); running++) {
                    Batch next = waiting.pop();
                    tries.submit(() -> one.train(next));
                }
                List<Batch> left = tries.take().get(); // the first to fail ends them all
                running--;
                left.forEach(waiting::push);
            }
        } catch (ExecutionException failure) {
            throw unchecked(failure);
        } finally {
            threads.shutdownNow();
        }
    }

    private static RuntimeException unchecked(ExecutionException failure) throws InterruptedException {
        Throwable cause = failure.getCause();
        if (cause instanceof InterruptedException stopped) {
            throw stopped;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    /** One try to train a batch. */
    public interface Try {
        /** Trains what it can; the batches to try next. */
        List<Batch> train(Batch batch) throws InterruptedException;
    }
}
