package org.converge4j.report.file;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.experiment.training.Metric;
import org.converge4j.result.RunRecord;

/** Every measured metric of every run at full precision, those of the test part among them, one a line; the loss is in the curves. */
public final class MetricsCsv {
    private MetricsCsv() {}

    public static void write(Comparison comparison, Writer out) throws IOException {
        out.write("problem,updater,label,learning_rate,seed,step,metric,value\n");
        for (ProblemComparison problem : comparison.problems()) {
            for (TrialSummary trial : problem.trials()) {
                for (RunRecord run : trial.runs()) {
                    write(run, out);
                }
            }
        }
    }

    private static void write(RunRecord run, Writer out) throws IOException {
        String same = CurvesCsv.same(run);
        List<Integer> steps = run.metrics().steps();
        for (int i = 0; i < steps.size(); i++) {
            for (Map.Entry<Metric, List<Double>> metric : run.metrics().values().entrySet()) {
                out.write(same + "," + steps.get(i) + "," + metric.getKey().key() + ","
                        + metric.getValue().get(i) + "\n");
            }
        }
    }
}
