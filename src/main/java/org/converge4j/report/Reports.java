package org.converge4j.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.catalog.Catalog;
import org.converge4j.result.WholeFile;

/** Writes every report of a comparison into its folder. */
public final class Reports {
    private Reports() {}

    /**
     * Replaces the reports in a folder; each file is written whole or not at all.
     *
     * @param catalog says what the updaters compute
     */
    public static void write(Comparison comparison, Catalog catalog, Path folder) {
        try {
            WholeFile.write(folder.resolve("curves.csv"), curves -> CurvesCsv.write(comparison, curves));
            WholeFile.write(folder.resolve("summary.csv"), summary -> SummaryCsv.write(comparison, summary));
            WholeFile.write(folder.resolve("report.html"), Page.of(comparison, catalog));
            WholeFile.write(folder.resolve("report.md"), Markdown.of(comparison, catalog));
            Palette palette = new Palette(comparison);
            for (ProblemComparison problem : comparison.problems()) {
                WholeFile.write(folder.resolve(convergence(problem)), new ConvergencePlot(palette).png(problem));
                Optional<WinnerData> winner = WinnerData.of(problem);
                if (winner.isPresent()) {
                    WholeFile.write(
                            folder.resolve(winner(problem, "Winner.java")),
                            winner.get().java());
                    WholeFile.write(
                            folder.resolve(winner(problem, "configuration.json")),
                            winner.get().json() + "\n");
                }
                if (SensitivityPlot.shows(problem)) {
                    WholeFile.write(folder.resolve(sensitivity(problem)), new SensitivityPlot(palette).png(problem));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where a problem's convergence chart lies, relative to the report. */
    static String convergence(ProblemComparison problem) {
        return plot("convergence", problem);
    }

    /** Where a problem's sensitivity chart lies, relative to the report. */
    static String sensitivity(ProblemComparison problem) {
        return plot("sensitivity", problem);
    }

    /** Where a file of a problem's winner lies, relative to the report. */
    static String winner(ProblemComparison problem, String file) {
        return "winner/" + name(problem) + "/" + file;
    }

    private static String plot(String chart, ProblemComparison problem) {
        return "plots/" + chart + "-" + name(problem) + ".png";
    }

    private static String name(ProblemComparison problem) {
        return problem.problem().name().replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
