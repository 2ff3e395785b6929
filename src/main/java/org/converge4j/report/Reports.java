package org.converge4j.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.catalog.Catalog;
import org.converge4j.report.content.Palette;
import org.converge4j.report.content.WinnerData;
import org.converge4j.report.content.WinnerData.SavedRun;
import org.converge4j.report.file.CurvesCsv;
import org.converge4j.report.file.MetricsCsv;
import org.converge4j.report.file.SavedNetwork;
import org.converge4j.report.file.SummaryCsv;
import org.converge4j.report.page.Page;
import org.converge4j.report.plot.ConvergencePlot;
import org.converge4j.report.plot.PlotTitles;
import org.converge4j.report.plot.ReportFiles;
import org.converge4j.report.plot.SensitivityPlot;
import org.converge4j.report.text.Markdown;
import org.converge4j.result.store.WholeFile;
import org.converge4j.wording.Language;

/** Writes every report of a comparison into its folder. */
public final class Reports {
    private Reports() {}

    /** Reads what every report needs and no run decides: texts, scripts, fonts, and how data is written. */
    public static void prepare() {
        Language.read();
        Page.prepare();
        ConvergencePlot.prepare();
    }

    /**
     * Replaces the reports in a folder; each file is written whole or not at all, and report.md once all is there that it shows.
     *
     * @param catalog says what the updaters compute
     * @param language that people read; the page holds all, and opens in it
     */
    public static void write(Comparison comparison, Catalog catalog, Path folder, Language language) {
        write(comparison, catalog, folder, language, ofRuns(comparison, folder));
    }

    /** Writes what a report says of runs alone, which is the same whatever their trials cost. */
    public static void writeRuns(Comparison comparison, Path folder) {
        write(ofRuns(comparison, folder));
    }

    /** Writes all else, once {@linkplain #writeRuns that} was written of the same runs. */
    public static void writeBesideRuns(Comparison comparison, Catalog catalog, Path folder, Language language) {
        write(comparison, catalog, folder, language, List.of());
    }

    private static List<Part> ofRuns(Comparison comparison, Path folder) {
        return List.of(
                () -> WholeFile.stream(folder.resolve("curves.csv"), curves -> CurvesCsv.write(comparison, curves)),
                () -> WholeFile.write(folder.resolve("metrics.csv"), metrics -> MetricsCsv.write(comparison, metrics)));
    }

    private static void write(
            Comparison comparison, Catalog catalog, Path folder, Language language, List<Part> ofRuns) {
        Palette palette = new Palette(comparison);
        PlotTitles titles = new PlotTitles(comparison, language);
        StringBuilder markdown = new StringBuilder();
        List<Part> parts = new ArrayList<>();
        parts.add(() -> WholeFile.write(folder.resolve("report.html"), Page.of(comparison, catalog, language)));
        parts.addAll(ofRuns);
        parts.add(() -> markdown.append(Markdown.of(comparison, catalog, language)));
        parts.add(
                () -> WholeFile.write(folder.resolve("summary.csv"), summary -> SummaryCsv.write(comparison, summary)));
        for (ProblemComparison problem : comparison.problems()) {
            parts.add(() -> pictures(problem, palette, titles, folder));
            WinnerData.of(comparison, problem, catalog)
                    .filter(winner -> !winner.json().isEmpty())
                    .ifPresent(winner -> parts.add(() -> winner(problem, winner, folder)));
        }
        write(parts);
        write(List.of(() -> WholeFile.write(folder.resolve("report.md"), markdown.toString())));
    }

    /** Writes parts, each processor the next that is left, the longest first; throws if one could not be written, once all have ended. */
    private static void write(List<Part> parts) {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<CompletableFuture<Optional<RuntimeException>>> written = parts.stream()
                    .map(part -> CompletableFuture.supplyAsync(() -> failure(part), threads))
                    .toList();
            written.stream().map(Reports::end).toList().stream() // none of them writes any more
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(failure -> {
                        throw failure;
                    });
        } finally {
            threads.shutdown();
        }
    }

    private static void pictures(ProblemComparison problem, Palette palette, PlotTitles titles, Path folder)
            throws IOException {
        ConvergencePlot plot = new ConvergencePlot(palette, titles);
        WholeFile.write(folder.resolve(ReportFiles.convergence(problem)), plot.png(problem));
        Optional<byte[]> tested = plot.tested(problem);
        if (tested.isPresent()) {
            WholeFile.write(folder.resolve(ReportFiles.tested(problem)), tested.get());
        }
        if (SensitivityPlot.shows(problem)) {
            WholeFile.write(
                    folder.resolve(ReportFiles.sensitivity(problem)),
                    new SensitivityPlot(palette, titles).png(problem));
        }
    }

    private static void winner(ProblemComparison problem, WinnerData winner, Path folder) throws IOException {
        WholeFile.write(folder.resolve(ReportFiles.winner(problem, "Winner.java")), winner.java());
        WholeFile.write(folder.resolve(ReportFiles.winner(problem, "configuration.json")), winner.json() + "\n");
        if (winner.weights().isPresent()) {
            SavedRun run = winner.weights().get();
            WholeFile.write(
                    folder.resolve(ReportFiles.winner(problem, "network.zip")),
                    SavedNetwork.of(winner.json(), run.parameters(), run.single()));
        }
    }

    /** Writes a part; why it could not be written. */
    private static Optional<RuntimeException> failure(Part part) {
        try {
            part.write();
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of(new UncheckedIOException(failure));
        } catch (RuntimeException failure) {
            return Optional.of(failure);
        }
    }

    private static <T> T end(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException thrown) {
            if (thrown.getCause() instanceof Error exhausted) {
                throw exhausted; // there was not memory enough, which is no mistake of the part
            }
            throw thrown;
        }
    }

    /** Some files of the report; none needs another. */
    private interface Part {
        void write() throws IOException;
    }
}
