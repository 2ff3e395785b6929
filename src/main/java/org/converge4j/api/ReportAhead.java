package org.converge4j.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.converge4j.analysis.Analysis;
import org.converge4j.experiment.Experiment;
import org.converge4j.report.Reports;
import org.converge4j.result.store.RecordStore;
import org.converge4j.run.engine.Progress;

/**
 * Does what a report needs of runs alone while one worker measures their trials, and is done before steps are timed. What goes wrong here
 * goes wrong again in the report, where somebody hears of it.
 */
final class ReportAhead implements Progress {
    private final Experiment experiment;
    private final RecordStore records;
    private final Path folder;
    private volatile CompletableFuture<Optional<Ahead>> begun = CompletableFuture.completedFuture(Optional.empty());

    /**
     * @param records of the experiment's runs
     * @param folder of its report
     */
    ReportAhead(Experiment experiment, RecordStore records, Path folder) {
        this.experiment = experiment;
        this.records = records;
        this.folder = folder;
    }

    @Override
    public void trained() {
        begun = CompletableFuture.supplyAsync(this::write, ReportAhead::start)
                .thenApply(Optional::of)
                .exceptionally(failure -> Optional.empty());
    }

    @Override
    public void timing() {
        begun.join();
    }

    /** The analysis of a folder's runs, if these are the ones that were there ahead; they have been written down, too. */
    Optional<Analysis> of(Recorded recorded) {
        return begun.join()
                .filter(ahead -> ahead.ids().equals(recorded.runs().keySet()))
                .map(Ahead::analysis);
    }

    private Ahead write() {
        Recorded recorded = Recorded.in(records);
        Analysis analysis = new Analysis(experiment, recorded.runs(), List.of());
        Reports.prepare();
        Reports.writeRuns(analysis.compare(Map.of(), recorded.damaged()), folder);
        return new Ahead(Set.copyOf(recorded.runs().keySet()), analysis);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "report");
        thread.setDaemon(true);
        thread.start();
    }

    /** What there is ahead of the report: the analysis of runs with these ids. */
    private record Ahead(Set<String> ids, Analysis analysis) {}
}
