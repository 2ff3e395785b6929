package org.converge4j.result.store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.RunSpec;
import org.converge4j.result.Curve;
import org.converge4j.result.Divergence;
import org.converge4j.result.Environment;
import org.converge4j.result.Metrics;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;

/** The points of one run from elsewhere as they come. */
final class ForeignPoints {
    private int[] steps = new int[16];
    private double[] losses = new double[16];
    private int size;
    private int last = -1;
    private int divergedAt = -1;
    private String reason = "";
    private Divergence divergence = new Divergence(1);

    /** The step that came last; -1 before the first. */
    int last() {
        return last;
    }

    /** Whether a step can come next: 0 first, then ascending. */
    boolean follows(long step) {
        return last < 0 ? step == 0 : step > last;
    }

    /** Takes the next point; from the first loss on by which our own runs would have diverged, it has diverged. */
    void add(int step, double loss) {
        last = step;
        if (divergedAt >= 0) {
            return;
        }
        divergence = size == 0 ? new Divergence(loss) : divergence;
        if (divergence.has(loss)) {
            divergedAt = step;
            reason = divergence.reason(loss, step);
            if (!Double.isFinite(loss)) {
                return;
            }
        }
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * size);
            losses = Arrays.copyOf(losses, 2 * size);
        }
        steps[size] = step;
        losses[size++] = loss;
    }

    /** As far as the budget of the experiment's own runs goes; one that ends before has run out of time. */
    RunRecord record(RunSpec spec, ProblemFacts known, Path file) {
        int budget = spec.trial().training().steps(known.rows());
        int within = 0;
        while (within < size && steps[within] <= budget) {
            within++;
        }
        boolean diverged = divergedAt >= 0 && divergedAt <= budget;
        int end = diverged ? divergedAt : within == 0 ? 0 : steps[within - 1];
        boolean early = !diverged && last < budget;
        return new RunRecord(
                spec,
                diverged ? Outcome.DIVERGED : early ? Outcome.TIMED_OUT : Outcome.BUDGET_SPENT,
                end,
                diverged ? reason : early ? "its curve ends before step " + budget : "",
                new Curve(Arrays.copyOf(steps, within), Arrays.copyOf(losses, within)),
                List.of(),
                known,
                ForeignCurves.TRAINER,
                new Environment("", "", ForeignCurves.TRAINER + " from " + file.getFileName(), "", "", "", 0),
                Metrics.NONE);
    }
}
