package org.converge4j.run.spark;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.converge4j.run.plan.Batch;
import org.converge4j.run.worker.WorkerHome;

/** The baggage of a local master, whose executor is this virtual machine and finds everything where it is. */
final class NoBaggage implements Baggage {
    private final WorkerHome here;

    /**
     * @param here what workers of this machine find
     */
    NoBaggage(WorkerHome here) {
        this.here = here;
    }

    @Override
    public void send(JavaSparkContext context, List<Batch> batches) {
        // it is there
    }

    @Override
    public Home home() {
        return new Home(false, List.of(here.own()), List.of(here.declared()));
    }

    @Override
    public Batch moved(Batch batch) {
        return batch;
    }

    @Override
    public void close() {
        // nothing was made
    }
}
