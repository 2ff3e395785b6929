package org.converge4j.report;

import java.io.IOException;
import java.io.Writer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.result.RunRecord;

/** Every recorded loss of every run at full precision, one a line. */
final class CurvesCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator("\n")
            .setHeader("problem", "updater", "label", "learning_rate", "seed", "step", "loss")
            .get();

    private CurvesCsv() {}

    static void write(Comparison comparison, Writer out) throws IOException {
        CSVPrinter csv = new CSVPrinter(out, FORMAT);
        for (ProblemComparison problem : comparison.problems()) {
            for (TrialSummary trial : problem.trials()) {
                for (RunRecord run : trial.runs()) {
                    write(run, csv);
                }
            }
        }
        csv.flush();
    }

    private static void write(RunRecord run, CSVPrinter csv) throws IOException {
        var trial = run.spec().trial();
        String rate = trial.updater().learningRate().map(String::valueOf).orElse("");
        for (int i = 0; i < run.curve().size(); i++) {
            csv.printRecord(
                    trial.problem().name(),
                    trial.updater().variant(),
                    trial.label(),
                    rate,
                    run.spec().seed(),
                    run.curve().step(i),
                    run.curve().loss(i));
        }
    }
}
