package org.converge4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.analysis.Measure.Kind;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.Resolution;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Target;
import org.converge4j.experiment.training.Training;
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
        Resolution resolution = new Resolution(3e-13, 2e-5);
        assertThat(Measure.FINAL.of(run(Precision.DOUBLE, resolution, 4, 0.5 + 1e-14)))
                .isEqualTo(3e-13);
        assertThat(Measure.FINAL.of(run(Precision.FLOAT, resolution, 4, 0.5))).isEqualTo(2e-5);
        assertThat(Measure.FINAL.of(run(Precision.DOUBLE, resolution, 4, 0.5 - 1e-14)))
                .isEqualTo(3e-13);
    }

    @Test
    void anOlderRecordIsResolvedByTheNumbersItHas() {
        // Higham: 12 terms of size 2 each wrong by 2^-53, squared: (3 + 2√2) (12 · 2^-53 · 4)² = 1.655e-28, rounded up
        assertThat(Measure.FINAL.of(run(Precision.DOUBLE, Optional.of(0.0), 4, 0)))
                .isEqualTo(2e-28);
        assertThat(Measure.FINAL.of(run(Precision.DOUBLE, Optional.empty(), 4, 0)))
                .isEqualTo(Double.MIN_NORMAL);
    }

    @Test
    void aShareIsComparedByWhatItLacksToAllRows() {
        RunRecord run = run(Precision.DOUBLE, Optional.empty(), 4, 3, 2, 1);
        assertThat(Measure.at(Kind.FINAL, Metric.ACCURACY).of(run)).isEqualTo(0.3, within(1e-15));
        assertThat(Measure.at(Kind.BEST, Metric.ACCURACY).of(run))
                .isEqualTo(0.1, within(1e-15)); // half of one of 5 rows
        assertThat(Measure.at(Kind.FINAL, Metric.RMSE).of(run)).isEqualTo(2);
        assertThat(Measure.at(Kind.BEST, Metric.RMSE).of(run)).isEqualTo(1);
        assertThat(Measure.at(Kind.BEST, Metric.LOSS).of(run(Precision.DOUBLE, Optional.of(0.5), 4, 1, 2)))
                .isEqualTo(0.5);
        assertThat(Measure.at(Kind.FINAL, Metric.TEST_LOSS).isDefined(run)).isFalse();
        assertThat(Measure.at(Kind.FINAL, Metric.ACCURACY).isDefined(run)).isTrue();
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
        assertThat(steps(Target.of(Metric.ACCURACY, 0.8), run)).isEqualTo(2);
        assertThat(steps(Target.of(Metric.RMSE, 0.9), run)).isEqualTo(INFINITE);
        assertThat(steps(Target.of(Metric.TEST_ACCURACY, 0.5), run)).isEqualTo(INFINITE);
    }

    private static double steps(Target target, RunRecord run) {
        return Measure.stepsTo(target).of(run);
    }

    /** Over a floor of 0.5. */
    private static RunRecord run(Precision precision, Resolution resolution, double... losses) {
        ProblemFacts facts = new ProblemFacts(
                5,
                10,
                1,
                11,
                "hash",
                Optional.of(0.5),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(resolution),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
        return run(precision, facts, losses);
    }

    private static RunRecord run(Precision precision, Optional<Double> floor, double... losses) {
        return run(precision, Experiments.over(floor), losses);
    }

    /** A run with a loss a step; metrics at steps 0, 1, 2 and 3. */
    private static RunRecord run(Precision precision, ProblemFacts facts, double... losses) {
        Training training = new Training(new Budget(Budget.Unit.STEPS, 3), 0, precision, Recording.EVERY_STEP);
        RunSpec spec = new RunSpec(new Trial("sgd", Experiments.PROBLEM, new Choice("sgd", Map.of()), training), 1);
        int[] steps = new int[losses.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = i;
        }
        return new RunRecord(
                spec,
                Outcome.BUDGET_SPENT,
                losses.length - 1,
                "",
                new Curve(steps, losses),
                List.of(),
                facts,
                "test",
                new Environment("", "", "", "", "", "", 1),
                new Metrics(
                        List.of(0, 1, 2, 3),
                        Map.of(
                                Metric.ACCURACY,
                                List.of(0.1, 0.5, 1.0, 0.7),
                                Metric.RMSE,
                                List.of(4.0, 3.0, 1.0, 2.0))));
    }
}
