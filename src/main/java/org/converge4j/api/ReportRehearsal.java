package org.converge4j.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.converge4j.analysis.Analysis;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Experiment;
import org.converge4j.report.Reports;
import org.converge4j.result.Measurement;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.result.store.RecordStore;
import org.converge4j.run.engine.Progress;

/**
 * Makes the report of an experiment before its time, and keeps nothing of it: without a run while a worker reads the data and trains, and with
 * all runs while trials are measured. What loads classes and fonts for a second after brief training otherwise is then done.
 */
final class ReportRehearsal implements Progress {
    /** Of a sweep, whose empty report takes longer than its classes, nobody waits for a second. */
    private static final int MOST_RUNS = 2000;

    /** Of all curves: more take longer than measuring, which must wait for the end of it. */
    private static final int MOST_POINTS = 100_000;

    private final Experiment experiment;
    private final Catalog catalog;
    private final RecordStore records;
    private CompletableFuture<Void> begun = CompletableFuture.completedFuture(null);

    /**
     * @param records of the experiment's runs, which need not be read again
     */
    ReportRehearsal(Experiment experiment, Catalog catalog, RecordStore records) {
        this.experiment = experiment;
        this.catalog = catalog;
        this.records = records;
    }

    @Override
    public void planned(int runs, int saved) {
        if (saved < runs && runs <= MOST_RUNS) {
            begin(() -> {
                RecordFormat.JSON.readerFor(RunRecord.class); // has Jackson look through what will be read
                RecordFormat.JSON.readerFor(Measurement[].class);
                rehearse(Map.of());
            });
        }
    }

    @Override
    public void trained() {
        begin(() -> {
            Map<String, RunRecord> read = new TreeMap<>();
            records.readAll(record -> read.put(record.id(), record), damage -> {});
            long points = read.values().stream()
                    .mapToLong(record -> record.curve().size())
                    .sum();
            if (points <= MOST_POINTS) {
                rehearse(read);
            }
        });
    }

    @Override
    public void hush() {
        begun.exceptionally(thrown -> null) // whoever makes the report will hear of it
                .join();
    }

    /** Has something done once what was begun before is, if a processor is free for it. */
    private void begin(Runnable task) {
        if (Runtime.getRuntime().availableProcessors() > 1) {
            begun = begun.thenRunAsync(task, ReportRehearsal::start);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "report rehearsal");
        thread.setDaemon(true);
        thread.start();
    }

    private void rehearse(Map<String, RunRecord> runs) {
        Reports.rehearse(new Analysis(experiment, runs, Map.of(), List.of()).compare(List.of()), catalog);
    }
}
