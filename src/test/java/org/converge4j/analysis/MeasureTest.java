package org.converge4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.experiment.Budget;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Metric;
import org.converge4j.experiment.Precision;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.Recording;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Target;
import org.converge4j.experiment.Training;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Curve;
import org.converge4j.result.Environment;
import org.converge4j.result.Metrics;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.junit.jupiter.api.Test;

class MeasureTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void theFinalExcessIsTheFinalLossOverTheFloor() {
        assertThat(Measure.FINAL.of(run(Precision.DOUBLE, Optional.of(0.5), 4, 2, 0.75)))
                .isEqualTo(0.25);
        assertThat(Measure.FINAL.of(run(Precision.DOUBLE, Optional.empty(), 4, 2, 0.75)))
                .isEqualTo(0.75);
    }

    @Test
    void anExcessBelowRoundingIsRounding() {
        // DESIGN.md: below 10^-12 (float 10^-6) of the initial loss
        assertThat(Measure.FINAL.of(run(Precision.DOUBLE, Optional.of(0.5), 4, 0.5)))
                .isEqualTo(4e-12, within(1e-24));
        assertThat(Measure.FINAL.of(run(Precision.FLOAT, Optional.of(0.5), 4, 0.5)))
                .isEqualTo(4e-6, within(1e-18));
    }

    @Test
    void stepsToAFractionNeedAFloor() {
        // half of the excess 4 − 1 over 1 is 2.5
        Target half = new Target(Target.Kind.FRACTION, 0.5);
        assertThat(steps(half, run(Precision.DOUBLE, Optional.of(1.0), 4, 2.6, 2.5)))
                .isEqualTo(2);
        assertThat(steps(half, run(Precision.DOUBLE, Optional.empty(), 4, 2.6, 2.5)))
                .isEqualTo(INFINITE);
        assertThat(steps(new Target(Target.Kind.LOSS, 2.6), run(Precision.DOUBLE, Optional.empty(), 4, 2.6, 2.5)))
                .isEqualTo(1);
    }

    @Test
    void aStartAtTheTargetCountsAsAStep() {
        assertThat(steps(new Target(Target.Kind.LOSS, 5), run(Precision.DOUBLE, Optional.empty(), 4, 2.6)))
                .isEqualTo(1);
    }

    @Test
    void stepsToAMetricAreThoseAtWhichItWasMeasured() {
        RunRecord run = run(Precision.DOUBLE, Optional.empty(), 4, 3, 2, 1);
        assertThat(steps(Target.of(Metric.ACCURACY, 0.5), run)).isEqualTo(1);
        assertThat(steps(Target.of(Metric.ACCURACY, 0.8), run)).isEqualTo(3);
        assertThat(steps(Target.of(Metric.ACCURACY, 0.9), run)).isEqualTo(INFINITE);
        assertThat(steps(Target.of(Metric.TEST_ACCURACY, 0.5), run)).isEqualTo(INFINITE);
    }

    private static double steps(Target target, RunRecord run) {
        return Measure.stepsTo(target).of(run);
    }

    /** A run with a loss a step, and accuracies 0.1, 0.5 and 0.8 at steps 0, 1 and 3. */
    private static RunRecord run(Precision precision, Optional<Double> floor, double... losses) {
        Training training = new Training(new Budget(Budget.Unit.STEPS, 3), 0, precision, Recording.EVERY_STEP);
        RunSpec spec = new RunSpec(new Trial("sgd", Experiments.PROBLEM, new Choice("sgd", Map.of()), training), 1);
        int[] steps = new int[losses.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = i;
        }
        ProblemFacts facts = Experiments.over(floor);
        return new RunRecord(
                RunRecord.SCHEMA,
                spec.id(),
                spec,
                Outcome.BUDGET_SPENT,
                losses.length - 1,
                "",
                new Curve(steps, losses),
                List.of(),
                facts,
                "test",
                new Environment("", "", "", "", "", "", 1),
                new Metrics(List.of(0, 1, 3), Map.of(Metric.ACCURACY, List.of(0.1, 0.5, 0.8))));
    }
}
