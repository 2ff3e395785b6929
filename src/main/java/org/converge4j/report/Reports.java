package org.converge4j.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.converge4j.analysis.Comparison;

/** Writes every report of a comparison into its folder. */
public final class Reports {
    private Reports() {}

    /** Replaces the reports in a folder. */
    public static void write(Comparison comparison, Path folder) {
        try {
            Files.createDirectories(folder);
            try (Writer out = Files.newBufferedWriter(folder.resolve("curves.csv"))) {
                CurvesCsv.write(comparison, out);
            }
            try (Writer out = Files.newBufferedWriter(folder.resolve("summary.csv"))) {
                SummaryCsv.write(comparison, out);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
