package org.converge4j.run.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.converge4j.experiment.RunSpec;
import org.converge4j.result.Outcome;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.run.message.Message;
import org.converge4j.run.plan.Batch;
import org.converge4j.run.worker.Answer;
import org.converge4j.run.worker.BatchFailedException;
import org.converge4j.run.worker.RefusedException;
import org.converge4j.run.worker.WorkerDiedException;
import org.converge4j.run.worker.WorkerPool;

/**
 * One try to train a batch, and what is to be done with the runs that it left open: the batch is halved until the run that is to
 * blame is alone. No run's numbers depend on its companions, so those that are redone come out as they would have.
 */
public final class Attempt {
    private final Batch batch;
    private final Sink sink;
    private final Map<String, RunSpec> open;
    private long lastNews = System.nanoTime();
    private boolean early;

    /** A try that has not begun. */
    public Attempt(Batch batch, Sink sink) {
        this.batch = batch;
        this.sink = sink;
        this.open = RunSpec.byId(batch.runs());
    }

    void run(WorkerPool workers) throws WorkerDiedException, BatchFailedException, InterruptedException {
        lastNews = System.nanoTime();
        workers.ask(new Message(Message.TRAIN, request()), this::deliver);
    }

    /** What a worker has to be asked, wherever it is. */
    public String request() {
        return RecordFormat.JSON.writeValueAsString(batch);
    }

    /**
     * Delivers what came from another machine; the batches to try next.
     *
     * @throws RefusedException if the worker found the input wrong
     */
    public List<Batch> after(Answer answer) {
        answer.records().forEach(this::record);
        advance(answer.steps());
        return switch (answer.ending()) {
            case DONE -> List.of();
            case FAILED -> afterFailure(answer.reason());
            case DIED -> afterDeath(answer.reason());
            case REFUSED -> throw new RefusedException(answer.reason());
        };
    }

    /** The batches to try next after the worker died: a run that was alone for the first time is given a second. */
    List<Batch> afterDeath(String reason) {
        List<RunSpec> left = List.copyOf(open.values());
        if (left.size() == 1 && batch.runs().size() == 1 && batch.attempt() == 1) {
            return List.of(batch.of(left, 2));
        }
        return batch.runs().size() == 1 ? giveUp(reason) : halves(left);
    }

    /** The batches to try next after an exception: it would come again, so a run that was alone has failed. */
    List<Batch> afterFailure(String reason) {
        return batch.runs().size() == 1 ? giveUp(reason) : halves(List.copyOf(open.values()));
    }

    private List<Batch> giveUp(String reason) {
        open.values().forEach(run -> sink.failed(run, reason));
        return List.of();
    }

    private List<Batch> halves(List<RunSpec> runs) {
        List<Batch> halves = new ArrayList<>();
        int half = (runs.size() + 1) / 2;
        for (int from = 0; from < runs.size(); from += half) {
            List<RunSpec> part = runs.subList(from, Math.min(runs.size(), from + half));
            halves.add(batch.of(part, part.size() == 1 ? 2 : 1));
        }
        return halves;
    }

    private void deliver(Message reply) {
        if (reply.word().equals(Message.STEPS)) {
            advance(Long.parseLong(reply.body()));
        } else if (reply.word().equals(Message.RECORD)) {
            record(reply.body());
        }
    }

    private void advance(long steps) {
        long now = System.nanoTime();
        sink.advanced(new Advance(batch, steps, now - lastNews, early));
        lastNews = now;
        early = false;
    }

    private void record(String reply) {
        String[] parts = reply.split(" ", 3);
        Outcome outcome = Outcome.valueOf(parts[1]);
        early |= outcome != Outcome.BUDGET_SPENT;
        sink.record(parts[0], outcome, parts[2]);
        open.remove(parts[0]);
    }
}
