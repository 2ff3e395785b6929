package org.converge4j.report.file;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.result.Outcome;
import org.converge4j.result.store.CsvText;

/**
 * A line per trial: how its runs ended, and quartiles of the final loss and excess at full precision; texts as {@link CsvText} has
 * them.
 */
public final class SummaryCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator("\n")
            .setHeader(
                    "problem",
                    "updater",
                    "label",
                    "learning_rate",
                    "runs",
                    "diverged",
                    "failed",
                    "floor",
                    "loss_q1",
                    "loss_median",
                    "loss_q3",
                    "excess_q1",
                    "excess_median",
                    "excess_q3",
                    "micros_per_step",
                    "state_bytes_per_parameter")
            .get();

    private SummaryCsv() {}

    public static void write(Comparison comparison, Writer out) throws IOException {
        CSVPrinter csv = new CSVPrinter(out, FORMAT);
        for (ProblemComparison problem : comparison.problems()) {
            for (TrialSummary trial : problem.trials()) {
                csv.printRecord(
                        CsvText.write(problem.problem().name()),
                        CsvText.write(trial.trial().updater().variant()),
                        CsvText.write(trial.trial().label()),
                        trial.trial()
                                .updater()
                                .learningRate()
                                .map(String::valueOf)
                                .orElse(""),
                        trial.runs().size(),
                        trial.diverged(),
                        trial.outcomes().getOrDefault(Outcome.FAILED, 0),
                        problem.floor().map(String::valueOf).orElse(""),
                        cell(trial.loss(), Quartiles::lower),
                        cell(trial.loss(), Quartiles::median),
                        cell(trial.loss(), Quartiles::upper),
                        cell(trial.excess(), Quartiles::lower),
                        cell(trial.excess(), Quartiles::median),
                        cell(trial.excess(), Quartiles::upper),
                        trial.measurement()
                                .map(m -> Double.toString(m.microsPerStep()))
                                .orElse(""),
                        trial.measurement()
                                .map(m -> Double.toString(m.stateBytesPerParameter()))
                                .orElse(""));
            }
        }
        csv.flush();
    }

    private static String cell(Optional<Quartiles> quartiles, ToDoubleFunction<Quartiles> which) {
        return quartiles.map(q -> Double.toString(which.applyAsDouble(q))).orElse("");
    }
}
