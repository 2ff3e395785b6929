package org.converge4j.train;

import java.util.Arrays;
import java.util.List;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.RunSpec;
import org.converge4j.result.Curve;
import org.converge4j.result.Environment;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;

/** Watches one replica: keeps its curve, notices divergence, and writes its record when it ends. */
final class Recorder {
    private final RunSpec run;
    private final int budget;
    private int[] steps = new int[64];
    private double[] losses = new double[64];
    private int size;
    private Outcome outcome = Outcome.BUDGET_SPENT;
    private int lastStep;
    private String reason = "";

    Recorder(RunSpec run, int budget) {
        this.run = run;
        this.budget = budget;
    }

    /** Takes the loss at a step; false once the run has diverged. */
    boolean accept(int step, double loss) {
        lastStep = step;
        Divergence divergence = new Divergence(size == 0 ? loss : losses[0]);
        if (divergence.has(loss)) {
            outcome = Outcome.DIVERGED;
            reason = divergence.reason(loss, step);
            if (Double.isFinite(loss)) {
                append(step, loss);
            }
            return false;
        }
        if (run.trial().training().recording().includes(step, budget)) {
            append(step, loss);
        }
        return true;
    }

    RunRecord record(double[] parameters, ProblemFacts facts, String trainer, Environment environment) {
        boolean finite = Arrays.stream(parameters).allMatch(Double::isFinite);
        return new RunRecord(
                RunRecord.SCHEMA,
                run.id(),
                run,
                outcome,
                lastStep,
                reason,
                new Curve(Arrays.copyOf(steps, size), Arrays.copyOf(losses, size)),
                finite ? Arrays.stream(parameters).boxed().toList() : List.of(),
                facts,
                trainer,
                environment);
    }

    private void append(int step, double loss) {
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * size);
            losses = Arrays.copyOf(losses, 2 * size);
        }
        steps[size] = step;
        losses[size++] = loss;
    }
}
