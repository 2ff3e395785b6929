package org.converge4j.result.store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.RunSpec;
import org.converge4j.result.Curve;
import org.converge4j.result.Environment;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;

/** The points of one run from elsewhere as they come. */
final class ForeignPoints {
    private int[] steps = new int[16];
    private double[] losses = new double[16];
    private int size;
    private int last = -1;
    private int divergedAt = -1;

    /** The step that came last; -1 before the first. */
    int last() {
        return last;
    }

    /** Whether a step can come next: 0 first, then ascending. */
    boolean follows(long step) {
        return last < 0 ? step == 0 : step > last;
    }

    /** Takes the next point; from the first loss that is not finite on, the run has diverged. */
    void add(int step, double loss) {
        last = step;
        if (divergedAt >= 0) {
            return;
        }
        if (!Double.isFinite(loss)) {
            divergedAt = step;
            return;
        }
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * size);
            losses = Arrays.copyOf(losses, 2 * size);
        }
        steps[size] = step;
        losses[size++] = loss;
    }

    RunRecord record(RunSpec spec, ProblemFacts known, Path file) {
        boolean diverged = divergedAt >= 0;
        return new RunRecord(
                RunRecord.SCHEMA,
                spec.id(),
                spec,
                diverged ? Outcome.DIVERGED : Outcome.BUDGET_SPENT,
                diverged ? divergedAt : last,
                diverged ? "the loss at step " + divergedAt + " is not finite" : "",
                new Curve(Arrays.copyOf(steps, size), Arrays.copyOf(losses, size)),
                List.of(),
                known,
                ForeignCurves.TRAINER,
                new Environment("", "", ForeignCurves.TRAINER + " from " + file.getFileName(), "", "", "", 0));
    }
}
