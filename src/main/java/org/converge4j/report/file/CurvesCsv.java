package org.converge4j.report.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.converge4j.analysis.Comparison;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Curve;
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

    /** Bytes at once: as characters they would be copied three times. */
    private static byte[] lines(RunRecord run) {
        byte[] same = (same(run) + ",").getBytes(StandardCharsets.UTF_8);
        Curve curve = run.curve();
        byte[] lines = new byte[Math.multiplyExact(curve.size(), same.length + LONGEST)];
        int end = 0;
        for (int i = 0; i < curve.size(); i++) {
            System.arraycopy(same, 0, lines, end, same.length);
            end = NumberOutput.outputInt(curve.step(i), lines, end + same.length);
            lines[end++] = ',';
            end = NumberOutput.outputDouble(curve.loss(i), lines, end);
            lines[end++] = '\n';
        }
        return Arrays.copyOf(lines, end);
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
