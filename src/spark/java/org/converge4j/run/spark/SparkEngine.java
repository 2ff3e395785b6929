package org.converge4j.run.spark;

import java.time.Duration;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.converge4j.run.worker.Answer;
import org.converge4j.run.engine.Attempt;
import org.converge4j.run.plan.Batch;
import org.converge4j.run.engine.Engine;
import org.converge4j.run.engine.EngineLostException;
import org.converge4j.run.engine.Feeding;
import org.converge4j.run.worker.RefusedException;
import org.converge4j.run.engine.Sink;

/**
 * Executors of a cluster. Every batch is a job of one task, started from a thread of its own: its records are stored as it ends,
 * and what goes wrong with it is its own matter. Spark itself repeats a batch whose executor is gone.
 */
final class SparkEngine implements Engine {
    /** Enough for a cluster to have the next batch at hand, few enough for the driver's memory. */
    private static final int MOST_AT_ONCE = 512;

    private static final int A_CORE = 2;

    private final JavaSparkContext context;
    private final int width;
    private final Baggage baggage;
    private final Duration patience;

    /**
     * @param width how many batches at once
     * @param baggage what executors need
     * @param patience with a worker
     */
    SparkEngine(JavaSparkContext context, int width, Baggage baggage, Duration patience) {
        this.context = context;
        this.width = width;
        this.baggage = baggage;
        this.patience = patience;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public void train(List<Batch> batches, Sink sink) throws InterruptedException {
        baggage.send(context, batches);
        RemoteTask task = new RemoteTask(baggage.home(), patience);
        int atOnce = Math.min(MOST_AT_ONCE, Math.max(width, A_CORE * context.defaultParallelism()));
        Feeding.all(
                batches.stream().map(baggage::moved).toList(), atOnce, batch -> train(new Attempt(batch, sink), task));
    }

    private List<Batch> train(Attempt attempt, RemoteTask task) throws InterruptedException {
        Answer answer;
        try {
            answer = context.parallelize(List.of(attempt.request()), 1)
                    .map(task)
                    .collect()
                    .get(0);
        } catch (Exception failure) { // Spark's are checked, but not declared
            if (Thread.interrupted() || failure instanceof InterruptedException) {
                throw new InterruptedException("stopped while a batch was out");
            }
            String why = Lost.why(failure);
            if (context.sc().isStopped()) {
                throw new EngineLostException("the cluster has ended this application: " + why + Lost.GO_ON);
            }
            if (Lost.isOurs(why)) {
                throw new EngineLostException("an executor cannot train: " + why + Lost.GO_ON);
            }
            answer = Answer.lost(why);
        }
        if (answer.ending() == Answer.Ending.REFUSED) {
            throw new RefusedException("an executor says: " + answer.reason()
                    + " (executors have what --jar names and the files of the problems, nothing else of this machine)");
        }
        return attempt.after(answer);
    }

    @Override
    public void close() {
        context.stop();
        baggage.close();
        RemoteTask.close(); // a local master's executor was this virtual machine
    }
}
