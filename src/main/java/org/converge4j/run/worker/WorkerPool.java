package org.converge4j.run.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.converge4j.result.Unfinished;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.run.message.Message;
import org.converge4j.run.message.ShareRequest;

/**
 * The workers of this process. Those that are idle are kept for the next who needs one: starting one costs more than a short
 * experiment. Those that say nothing for too long are ended. Until it is told of {@linkplain #forLongWork long work}, a pool
 * starts workers that are quickly at their speed, those for long work being faster in the end. Of long work, those that are there do what
 * they can until others are ready.
 */
public final class WorkerPool implements AutoCloseable {
    private static final long LOOKS_A_PATIENCE = 10;

    private final Duration patience;
    private final WorkerHome home;

    /** Of each worker that is alive, how many of the introductions it has heard. */
    private final Map<WorkerProcess, Integer> alive = new ConcurrentHashMap<>();

    private final Deque<WorkerProcess> idle = new ArrayDeque<>();
    private final List<Message> introductions = new CopyOnWriteArrayList<>();

    private final List<Runnable> shared = new CopyOnWriteArrayList<>();
    private final Thread watch;
    private volatile boolean isBrief = true;
    private volatile boolean closed;

    /**
     * A pool without workers.
     *
     * @param patience how long a worker may say nothing while it works
     * @param home of its workers
     */
    public WorkerPool(Duration patience, WorkerHome home) {
        this.patience = patience;
        this.home = home;
        this.watch = new Thread(this::watch, "patience");
        watch.setDaemon(true);
        watch.start();
    }

    /** What its workers find where they are started. */
    public WorkerHome home() {
        return home;
    }

    /** Has a worker start for the pool that is about to be made, if workers find the same there; it ends with this process. */
    public static void startFor(WorkerHome home) {
        try {
            SpareWorkers.HERE.expect(new WorkerProcess(WorkerCommand.worker(home, true), 1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Has a worker start while its first request is still being found out. */
    public void startAhead() throws InterruptedException {
        keep(start());
    }

    /** Workers that start from now on take their time to become fast. */
    public void forLongWork() {
        isBrief = false;
    }

    /** Has a worker for long work start if any of the others is for brief work; whoever asks next once it is ready, asks it. */
    public void startSuccessor() throws InterruptedException {
        if (alive.keySet().stream().anyMatch(worker -> worker.isBrief())) {
            startAhead();
        }
    }

    /** Ends the idle workers for brief work. */
    public void giveUpBrief() {
        giveUpIdle(WorkerProcess::isBrief);
    }

    /** Ends the idle workers but the one that is asked next: what the others hold is given back. */
    public synchronized void giveUpAllButOne() {
        Optional<WorkerProcess> next = takeIdle();
        giveUpIdle(worker -> true);
        next.ifPresent(this::keep);
    }

    /** Whether nobody spoke of long work. */
    public boolean isBrief() {
        return isBrief;
    }

    /**
     * Has an idle worker answer, or a new one, and hands on every line of the answer but the last. The worker is kept if its
     * answer came to an end, whatever it said, and ended otherwise.
     *
     * @throws WorkerDiedException if the worker ended before the answer did
     * @throws BatchFailedException if what was asked for threw an exception
     * @throws RefusedException if the worker found the input wrong
     * @throws InterruptedException if the caller was interrupted, or the pool is closed
     */
    public void ask(Message request, Consumer<Message> answer)
            throws WorkerDiedException, BatchFailedException, InterruptedException {
        Optional<WorkerProcess> idler = takeIdle();
        WorkerProcess worker = idler.isPresent() ? idler.get() : start();
        boolean ended = false;
        try {
            introduce(worker);
            worker.ask(request, answer);
            ended = true;
        } catch (BatchFailedException | RefusedException answered) {
            ended = true;
            throw answered;
        } finally {
            if (ended) {
                keep(worker);
            } else {
                alive.remove(worker);
                worker.close();
            }
        }
    }

    /** Tells a worker what it has not heard yet. */
    private void introduce(WorkerProcess worker)
            throws WorkerDiedException, BatchFailedException, InterruptedException {
        List<Message> all = List.copyOf(introductions);
        for (Message introduction : all.subList(alive.getOrDefault(worker, 0), all.size())) {
            worker.ask(introduction, reply -> {});
        }
        alive.replace(worker, all.size());
    }

    /**
     * Has workers read the rows of a problem from a file from now on, those that start hereafter, too. Where that does not come off,
     * rows stay in the memory of each.
     *
     * @param file empty; is deleted when the pool is closed, or this process ends
     */
    public void share(ShareRequest request, Path file) throws InterruptedException {
        Runnable delete = () -> file.toFile().delete();
        Unfinished.begin(delete);
        shared.add(delete);
        int before = introductions.size();
        Message message = new Message(Message.SHARE, RecordFormat.JSON.writeValueAsString(request));
        try {
            ask(message, reply -> {
                if (Boolean.parseBoolean(reply.body())) {
                    introductions.add(message);
                }
            });
        } catch (WorkerDiedException | BatchFailedException failed) {
            // whoever trains will hear of what is wrong
        }
        if (introductions.size() == before) {
            delete.run(); // half of it, on a full disk
        }
    }

    private synchronized void keep(WorkerProcess worker) {
        idle.push(worker);
    }

    /** The best of those that are idle: one that is ready, for long work if there is one, and then those for brief work have done theirs. */
    private synchronized Optional<WorkerProcess> takeIdle() {
        Optional<WorkerProcess> best = idle.stream()
                .min(Comparator.comparing((WorkerProcess worker) -> !worker.isReady())
                        .thenComparing(WorkerProcess::isBrief));
        best.ifPresent(idle::remove);
        if (best.filter(worker -> worker.isReady() && !worker.isBrief()).isPresent()) {
            giveUpBrief();
        }
        return best;
    }

    /** Whether every worker was ended. */
    public boolean isClosed() {
        return closed;
    }

    /** Ends every worker, also one that is at work, but for spare ones; none starts any more. */
    @Override
    public synchronized void close() {
        closed = true;
        watch.interrupt();
        giveUpIdle(worker -> true);
        alive.keySet().forEach(WorkerProcess::close);
        alive.clear();
        shared.forEach(delete -> {
            delete.run();
            Unfinished.end(delete);
        });
    }

    private synchronized void giveUpIdle(Predicate<WorkerProcess> which) {
        for (WorkerProcess worker : List.copyOf(idle)) {
            if (which.test(worker)) {
                idle.remove(worker);
                alive.remove(worker);
                SpareWorkers.HERE.give(worker);
            }
        }
    }

    private synchronized WorkerProcess start() throws InterruptedException {
        if (closed) {
            throw new InterruptedException("no worker starts any more");
        }
        try {
            ProcessBuilder command = WorkerCommand.worker(home, isBrief);
            Optional<WorkerProcess> spare = SpareWorkers.HERE.take(command);
            WorkerProcess worker = spare.isPresent() ? spare.get() : new WorkerProcess(command, 1);
            alive.put(worker, 0);
            return worker;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(Math.max(1, patience.toMillis() / LOOKS_A_PATIENCE));
                alive.keySet().forEach(worker -> worker.endIfSilent(patience));
            }
        } catch (InterruptedException closing) {
            // the pool is closed
        }
    }
}
