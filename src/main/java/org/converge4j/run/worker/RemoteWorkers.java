package org.converge4j.run.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.converge4j.run.message.Message;

/**
 * The workers of a machine of a cluster, kept between batches. Nothing here binds JSON or loads DL4J: it runs inside the
 * cluster's own virtual machine, whose libraries are not ours, and leaves all else to the workers it forks.
 */
public final class RemoteWorkers implements AutoCloseable {
    private final WorkerPool workers;

    /**
     * No workers yet.
     *
     * @param home of the workers
     * @param patience how long one may go without finishing a step
     */
    public RemoteWorkers(WorkerHome home, Duration patience) {
        this.workers = new WorkerPool(patience, home);
        workers.forLongWork();
    }

    /**
     * Has a batch trained.
     *
     * @param request the JSON of a batch
     */
    public Answer answer(String request) throws InterruptedException {
        List<String> records = new ArrayList<>();
        AtomicLong steps = new AtomicLong();
        try {
            workers.ask(new Message(Message.TRAIN, request), reply -> {
                if (reply.word().equals(Message.RECORD)) {
                    records.add(reply.body());
                } else if (reply.word().equals(Message.STEPS)) {
                    steps.addAndGet(Long.parseLong(reply.body()));
                }
            });
            return new Answer(records, steps.get(), Answer.Ending.DONE, "");
        } catch (BatchFailedException failed) {
            return new Answer(records, steps.get(), Answer.Ending.FAILED, String.valueOf(failed.getMessage()));
        } catch (RefusedException refused) {
            return new Answer(records, steps.get(), Answer.Ending.REFUSED, String.valueOf(refused.getMessage()));
        } catch (WorkerDiedException died) {
            return new Answer(records, steps.get(), Answer.Ending.DIED, String.valueOf(died.getMessage()));
        }
    }

    /** Ends the workers. */
    @Override
    public void close() {
        workers.close();
    }
}
