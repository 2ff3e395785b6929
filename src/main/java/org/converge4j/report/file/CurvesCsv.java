package org.converge4j.report.file;

import java.io.IOException;
import java.io.Writer;
import org.apache.commons.csv.CSVFormat;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.experiment.Trial;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.CsvText;
import tools.jackson.core.io.NumberOutput;

/** Every recorded loss of every run at full precision, one a line; texts as {@link CsvText} has them. */
public final class CurvesCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private CurvesCsv() {}

    public static void write(Comparison comparison, Writer out) throws IOException {
        out.write("problem,updater,label,learning_rate,seed,step,loss\n");
        for (ProblemComparison problem : comparison.problems()) {
            for (TrialSummary trial : problem.trials()) {
                for (RunRecord run : trial.runs()) {
                    write(run, out);
                }
            }
        }
    }

    private static void write(RunRecord run, Writer out) throws IOException {
        String same = same(run);
        for (int i = 0; i < run.curve().size(); i++) {
            out.write(same);
            out.write(',');
            out.write(Integer.toString(run.curve().step(i)));
            out.write(',');
            out.write(NumberOutput.toString(run.curve().loss(i), true));
            out.write('\n');
        }
    }

    /** What is the same on every line of a run, formatted once: problem, updater, label, learning rate and seed. */
    static String same(RunRecord run) {
        Trial trial = run.spec().trial();
        return FORMAT.format(
                CsvText.write(trial.problem().name()),
                CsvText.write(trial.updater().variant()),
                CsvText.write(trial.label()),
                trial.updater().learningRate().map(String::valueOf).orElse(""),
                run.spec().seed());
    }
}
