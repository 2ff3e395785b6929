package org.converge4j.report.file;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Metric;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.CsvText;

/** Every measured metric of every run at full precision, those of the test part among them, one a line; the loss is in the curves. */
public final class MetricsCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator("\n")
            .setHeader("problem", "updater", "label", "learning_rate", "seed", "step", "metric", "value")
            .get();

    private MetricsCsv() {}

    public static void write(Comparison comparison, Writer out) throws IOException {
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
        Trial trial = run.spec().trial();
        List<Integer> steps = run.metrics().steps();
        for (int i = 0; i < steps.size(); i++) {
            for (Map.Entry<Metric, List<Double>> metric : run.metrics().values().entrySet()) {
                csv.printRecord(
                        CsvText.write(trial.problem().name()),
                        CsvText.write(trial.updater().variant()),
                        CsvText.write(trial.label()),
                        trial.updater().learningRate().map(String::valueOf).orElse(""),
                        run.spec().seed(),
                        steps.get(i),
                        metric.getKey().key(),
                        metric.getValue().get(i));
            }
        }
    }
}
