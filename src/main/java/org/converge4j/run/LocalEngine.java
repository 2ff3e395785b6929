package org.converge4j.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.converge4j.experiment.RunSpec;
import org.converge4j.result.Outcome;
import org.converge4j.result.RecordFormat;

/** Workers on this machine, each fed by a thread of its own from one queue. */
final class LocalEngine implements Engine {
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
    public void train(List<Batch> batches, Sink sink) throws InterruptedException {
        BlockingDeque<Batch> queue = new LinkedBlockingDeque<>(batches);
        ExecutorService threads = Executors.newFixedThreadPool(jobs);
        try {
            List<Future<?>> done = IntStream.range(0, Math.min(jobs, batches.size()))
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        feed(queue, sink);
                        return null;
                    }))
                    .toList();
            for (Future<?> thread : done) {
                await(thread);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(Future<?> thread) throws InterruptedException {
        try {
            thread.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    /** Keeps one worker busy until the queue is empty; a worker that dies is replaced. */
    private void feed(BlockingDeque<Batch> queue, Sink sink) throws InterruptedException {
        for (Batch batch = queue.poll(); batch != null; batch = queue.poll()) {
            WorkerProcess worker = workers.take();
            try {
                trainOne(worker, batch, queue, sink);
                workers.give(worker);
            } catch (WorkerDiedException died) {
                worker.close(); // its unfinished runs are back in the queue, or have failed
            }
        }
    }

    private static void trainOne(WorkerProcess worker, Batch batch, BlockingDeque<Batch> queue, Sink sink)
            throws WorkerDiedException, InterruptedException {
        Map<String, RunSpec> open = new ConcurrentHashMap<>(
                batch.runs().stream().collect(Collectors.toMap(RunSpec::id, run -> run, (a, b) -> a)));
        try {
            String request = RecordFormat.JSON.writeValueAsString(batch);
            worker.ask(new Message(Message.TRAIN, request), reply -> deliver(reply, open.keySet(), sink));
        } catch (WorkerDiedException died) {
            for (RunSpec run : open.values()) {
                if (batch.attempt() == 1) {
                    queue.addFirst(new Batch(batch.base(), List.of(run), 2));
                } else {
                    sink.failed(run, String.valueOf(died.getMessage()));
                }
            }
            throw died;
        }
    }

    private static void deliver(Message reply, Set<String> open, Sink sink) {
        if (reply.word().equals(Message.STEPS)) {
            sink.steps(Long.parseLong(reply.body()));
        } else if (reply.word().equals(Message.RECORD)) {
            String[] parts = reply.body().split(" ", 3);
            sink.record(parts[0], Outcome.valueOf(parts[1]), parts[2]);
            open.remove(parts[0]);
        }
    }
}
