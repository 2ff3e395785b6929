package org.converge4j.api;

import java.util.List;
import java.util.Map;
import org.converge4j.analysis.Analysis;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Experiment;
import org.converge4j.report.Reports;
import org.converge4j.result.Measurement;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.run.engine.Progress;
import org.converge4j.run.plan.Afterwards;
import org.converge4j.run.plan.Ahead;

/**
 * Makes the report of an experiment without a run while its first runs are trained: what loads classes and fonts for a second after
 * brief training otherwise is then done.
 */
final class ReportRehearsal implements Progress {
    /** Of a sweep, whose empty report takes longer than its classes, nobody waits for a second. */
    private static final int MOST_RUNS = 2000;

    private final Experiment experiment;
    private final Catalog catalog;

    ReportRehearsal(Experiment experiment, Catalog catalog) {
        this.experiment = experiment;
        this.catalog = catalog;
    }

    @Override
    public void start(List<Ahead> runs, Afterwards then) {
        if (runs.size() <= MOST_RUNS && Runtime.getRuntime().availableProcessors() > 1) {
            Thread thread = new Thread(this::rehearse, "report rehearsal");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void rehearse() {
        RecordFormat.JSON.readerFor(RunRecord.class); // has Jackson look through what will be read
        RecordFormat.JSON.readerFor(Measurement[].class);
        Reports.rehearse(new Analysis(experiment, Map.of(), Map.of(), List.of()).compare(List.of()), catalog);
    }
}
