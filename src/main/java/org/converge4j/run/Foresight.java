package org.converge4j.run;

import java.util.List;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Measurement;
import org.converge4j.result.StepTime;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.result.store.RecordStore;
import org.converge4j.run.message.CheckRequest;
import org.converge4j.run.message.Known;
import org.converge4j.run.message.MeasureRequest;
import org.converge4j.run.plan.Batch;

/** Looks through what will be asked and answered while the first worker starts, as that does for its part. */
final class Foresight {
    private Foresight() {}

    /**
     * Has a thread look through it, in the order in which it comes.
     *
     * @param trials that will be asked about
     * @param records that will be stored
     */
    static void begin(List<Trial> trials, RecordStore records) {
        Thread thread = new Thread(() -> look(trials, records), "foresight");
        thread.setDaemon(true);
        thread.start();
    }

    private static void look(List<Trial> trials, RecordStore records) {
        RecordFormat.JSON.readerFor(Known.class);
        RecordFormat.JSON.writeValueAsString(trials.get(0));
        RecordFormat.JSON.writerFor(CheckRequest.class);
        RecordFormat.JSON.writerFor(Batch.class);
        records.expect();
        RecordFormat.JSON.writerFor(MeasureRequest.class);
        RecordFormat.JSON.readerFor(Measurement.class);
        RecordFormat.JSON.readerFor(StepTime.class);
    }
}
