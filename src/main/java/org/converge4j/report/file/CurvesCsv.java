package org.converge4j.report.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.converge4j.analysis.Comparison;
import org.converge4j.experiment.Trial;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.CsvText;
import tools.jackson.core.io.NumberOutput;

/** Every recorded loss of every run at full precision, one a line; texts as {@link CsvText} has them. */
public final class CurvesCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    /** Runs that are put into words at once, by all processors, and held until all of them are. */
    private static final int TOGETHER = 64;

    /** Of a step and a loss, at most, with what parts them. */
    private static final int LONGEST = 40;

    private CurvesCsv() {}

    public static void write(Comparison comparison, OutputStream out) throws IOException {
        out.write("problem,updater,label,learning_rate,seed,step,loss\n".getBytes(StandardCharsets.UTF_8));
        List<RunRecord> runs = comparison.problems().stream()
                .flatMap(problem -> problem.trials().stream())
                .flatMap(trial -> trial.runs().stream())
                .toList();
        for (int from = 0; from < runs.size(); from += TOGETHER) {
            List<byte[]> texts = runs.subList(from, Math.min(runs.size(), from + TOGETHER)).parallelStream()
                    .map(CurvesCsv::lines)
                    .toList();
            for (byte[] text : texts) {
                out.write(text);
            }
        }
    }

    private static byte[] lines(RunRecord run) {
        String same = same(run);
        int size = run.curve().size();
        StringBuilder lines = new StringBuilder(size * (same.length() + LONGEST));
        for (int i = 0; i < size; i++) {
            lines.append(same)
                    .append(',')
                    .append(run.curve().step(i))
                    .append(',')
                    .append(NumberOutput.toString(run.curve().loss(i), true))
                    .append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
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
