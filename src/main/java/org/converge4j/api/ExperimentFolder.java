package org.converge4j.api;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

/**
 * An experiment and the folder of its results. The command line and {@link ExperimentBuilder} both train and report through it.
 *
 * @param file the experiment, checked
 * @param results where its records and reports go
 * @param catalog what the experiment may name
 * @param records those in the folder, which the report need not read again once they were trained
 */
public record ExperimentFolder(ExperimentFile file, Results results, Catalog catalog, RecordStore records) {
    /** An experiment and its folder, of which nothing has been read yet. */
    public ExperimentFolder(ExperimentFile file, Results results, Catalog catalog) {
        this(file, results, catalog, new RecordStore(results.folder(), true));
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
        return new Runner(file.base(), store, how, progress.and(new ReportAhead()), notices)
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
        Comparison comparison = Comparisons.of(file.experiment(), results, records, catalog.jars(), own -> List.of());
        Reports.write(comparison, catalog, results.folder(), language);
        return comparison;
    }

    /** Prepares the report while one waits for what is measured. */
    private static final class ReportAhead implements Progress {
        @Override
        public void trained() {
            Reports.prepare();
        }
    }
}
