package org.converge4j.run.spark;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.converge4j.run.plan.Batch;

/** What executors need beside a batch: our libraries, the user's, and the files that problems read. */
interface Baggage extends AutoCloseable {
    /** Makes it ready for the executors of these batches, also for those that come later. */
    void send(JavaSparkContext context, List<Batch> batches);

    /** Where an executor finds it. */
    Home home();

    /** A batch whose base is where an executor finds the problem's files. */
    Batch moved(Batch batch);

    @Override
    void close();
}
