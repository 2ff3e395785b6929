package org.converge4j.run.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.RunSpec;
import org.converge4j.result.Curve;
import org.converge4j.result.Environment;
import org.converge4j.result.Metrics;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.result.store.RecordStore;
import org.converge4j.result.store.StorageException;
import org.jspecify.annotations.Nullable;

/**
 * Stores what arrives and passes the news on. Disks take several records at once faster than one by one, and workers need not
 * wait for them, so a thread of its own stores; a failure of that is thrown where the next record arrives, or at the end.
 */
public final class StoringSink implements Sink, AutoCloseable {
    /** Characters of records that may wait, a stack's records coming all at once; whoever brings more waits. */
    private static final int MOST_WAITING = 64 << 20;

    /** Records that are forced to disk together, if so many wait; each is an open file. */
    private static final int MOST_TOGETHER = 64;

    private final RecordStore store;
    private final Map<Problem, ProblemFacts> facts;
    private final Map<String, RunSpec> runs;
    private final Progress progress;
    private final Queue<Arrived> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "storing"));

    /**
     * @param facts of each problem
     * @param runs that are ahead, by id
     */
    public StoringSink(
            RecordStore store, Map<Problem, ProblemFacts> facts, Map<String, RunSpec> runs, Progress progress) {
        this.store = store;
        this.facts = facts;
        this.runs = runs;
        this.progress = progress;
    }

    /**
     * Takes a record.
     *
     * @throws StorageException if one before it could not be stored
     */
    @Override
    public void record(String id, Outcome outcome, String text) {
        throwFailure();
        Arrived arrived = new Arrived(id, outcome, text);
        room.acquireUninterruptibly(arrived.size());
        waiting.add(arrived);
        thread.execute(() -> {
            try {
                storeWaiting();
            } catch (RuntimeException thrown) {
                failure.compareAndSet(null, thrown);
            }
        });
    }

    /** Stores the first of those that wait; there may be none left. */
    private void storeWaiting() {
        Map<String, Arrived> together = new LinkedHashMap<>();
        int size = 0;
        for (Arrived next = waiting.poll(); next != null; next = waiting.poll()) {
            together.put(next.id, next);
            size += next.size();
            if (together.size() == MOST_TOGETHER) {
                break;
            }
        }
        try {
            if (!together.isEmpty()) {
                store(together);
            }
        } finally {
            room.release(size);
        }
    }

    private void store(Map<String, Arrived> together) {
        Map<String, String> texts = new LinkedHashMap<>();
        together.forEach((id, arrived) -> texts.put(id, arrived.text));
        store.write(texts);
        together.forEach((id, arrived) -> {
            RunSpec run = runs.get(id);
            if (run != null) {
                progress.ended(run.trial(), arrived.outcome);
            }
        });
    }

    @Override
    public void failed(RunSpec run, String reason) {
        ProblemFacts known = facts.get(run.trial().problem());
        if (known == null) {
            throw new IllegalStateException(
                    "no facts of " + run.trial().problem().name());
        }
        RunRecord record = new RunRecord(
                run,
                Outcome.FAILED,
                0,
                reason,
                new Curve(new int[0], new double[0]),
                List.of(),
                known,
                "",
                new Environment("", "", "", "", "", "", 0),
                Metrics.NONE);
        record(run.id(), Outcome.FAILED, RecordFormat.write(record));
    }

    @Override
    public void advanced(Advance advance) {
        progress.advanced(advance);
    }

    /**
     * Waits until everything that arrived is stored, also when interrupted.
     *
     * @throws StorageException if a record could not be stored
     */
    @Override
    public void close() {
        thread.shutdown();
        boolean interrupted = false;
        while (true) {
            try {
                if (thread.awaitTermination(1, TimeUnit.DAYS)) {
                    break;
                }
            } catch (InterruptedException stopped) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        throwFailure();
    }

    /** Once for each failure. */
    private void throwFailure() {
        RuntimeException thrown = failure.getAndSet(null);
        if (thrown != null) {
            throw thrown;
        }
    }

    /** A record that is not stored yet. */
    private record Arrived(String id, Outcome outcome, String text) {
        /** What it takes of the room for those that wait; one that is longer than all of it waits alone. */
        int size() {
            return Math.min(text.length(), MOST_WAITING);
        }
    }
}
