package org.converge4j.api;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.converge4j.analysis.Analysis;
import org.converge4j.analysis.Comparison;
import org.converge4j.catalog.Catalog;
import org.converge4j.config.ExperimentFile;
import org.converge4j.config.ExperimentWriter;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.RunSpec;
import org.converge4j.report.Reports;
import org.converge4j.result.store.OwnFolder;
import org.converge4j.result.store.RecordStore;
import org.converge4j.result.store.Results;
import org.converge4j.run.Runner;
import org.converge4j.run.engine.Progress;
import org.converge4j.run.plan.Execution;
import org.converge4j.run.worker.WorkerPool;
import org.converge4j.wording.Language;

/** An experiment and the folder of its results. The command line and {@link ExperimentBuilder} both train and report through it. */
public final class ExperimentFolder {
    private final ExperimentFile file;
    private final Results results;
    private final Catalog catalog;

    /** Those in the folder, which the report need not read again once they were trained. */
    private final RecordStore records;

    private final ReportAhead ahead;

    /**
     * An experiment and its folder, of which nothing has been read yet.
     *
     * @param file the experiment, checked
     * @param results where its records and reports go
     * @param catalog what the experiment may name
     */
    public ExperimentFolder(ExperimentFile file, Results results, Catalog catalog) {
        this.file = file;
        this.results = results;
        this.catalog = catalog;
        this.records = new RecordStore(results.folder(), true);
        this.ahead = new ReportAhead(file.experiment(), records, results.folder());
    }

    /** The experiment, checked. */
    public ExperimentFile file() {
        return file;
    }

    /** Where its records and reports go. */
    public Results results() {
        return results;
    }

    /**
     * Trains what the folder lacks.
     *
     * @param workers of this machine, which the caller ends
     * @param notices takes a line about each file that was set aside, about what could not be measured, and about learning rates
     *     that change nothing
     * @param kept gives the folder that the experiment's files stay in; asked once the problems have proved loadable, before
     *     anything is written
     * @return how many runs were trained
     * @throws org.converge4j.run.worker.RefusedException if data or network cannot be used; nothing was trained or written
     */
    public int train(
            Execution how, WorkerPool workers, Progress progress, Consumer<String> notices, Supplier<Path> kept)
            throws InterruptedException {
        Experiment experiment = file.experiment();
        boolean isReported = how.shard().isWhole(); // no report follows upon a shard
        RecordStore store = isReported ? records : results.records();
        return new Runner(file.base(), store, how, isReported ? progress.and(ahead) : progress, notices)
                .run(
                        experiment,
                        workers,
                        () -> results.describe(
                                experiment, ExperimentWriter.write(experiment, kept.get(), results.folder())));
    }

    /** The runs of a plan's part without an answer on record. */
    public List<RunSpec> missing(Execution how) {
        OwnFolder.refuseLinks(results.folder());
        return new Runner(file.base(), results.records(), how, Progress.NONE, notice -> {}).missing(file.experiment());
    }

    /**
     * How long runs will take; nothing where that cannot be known.
     *
     * @param runs such as those that are {@link #missing}
     * @param workers of this machine, which the caller ends
     * @param understood takes a line for the user on each thing that was made of their files
     * @throws org.converge4j.run.worker.RefusedException if data or network cannot be used
     */
    public Optional<Duration> forecast(
            Execution how, List<RunSpec> runs, WorkerPool workers, Consumer<String> understood)
            throws InterruptedException {
        return new Runner(file.base(), results.records(), how, Progress.understanding(understood), notice -> {})
                .forecast(file.experiment(), runs, workers);
    }

    /** Compares what is on record and writes the report, in English. */
    public Comparison report() {
        return report(Language.EN);
    }

    /** The same in a language. */
    public Comparison report(Language language) {
        Recorded recorded = Recorded.in(records);
        Optional<Analysis> analysed = ahead.of(recorded);
        Analysis analysis = analysed.orElseGet(() -> new Analysis(file.experiment(), recorded.runs(), List.of()));
        Comparison comparison = Comparisons.of(file.experiment(), results, recorded, analysis, catalog.jars());
        if (analysed.isPresent()) {
            Reports.writeBesideRuns(comparison, catalog, results.folder(), language);
        } else {
            Reports.write(comparison, catalog, results.folder(), language);
        }
        return comparison;
    }
}
