package org.converge4j.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.Experiments;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.verdict.Answer;
import org.converge4j.experiment.DecideBy;
import org.converge4j.experiment.training.Target;
import org.converge4j.report.content.PageData.TableData;
import org.converge4j.result.StepTime;
import org.junit.jupiter.api.Test;

class ResultTableTest {
    private static final Target TENTH = new Target(Target.Kind.FRACTION, .1);
    private static final double[] AT_ONE = {1, .05, .05, .05};
    private static final double[] AT_TWO = {1, .5, .05, .05};
    private static final double[] NEVER = {1, .9, .8, .7};

    @Test
    void givesTimesInOneUnitAndSaysWhichAreOfAnotherScale() {
        Comparison comparison = timed(new StepTime(500, .6, 1, 1.4, true), new StepTime(500, .9, 1, 1.1, false));
        assertThat(cells(comparison.problems().get(0), "deciding"))
                .containsExactlyInAnyOrder("0.5 ms, 12/12", "1 ms, 12/12", "1 ms in Java, 12/12", "∞, 0/12");
    }

    /** A step of momentum may cost 0.4 times that of sgd, so that its two may be over before the other's one. */
    @Test
    void callsNoTimeLessThanTheIntervalsOfStepsAllow() {
        assertThat(answer(timed(new StepTime(500, .4, 1, 1.4, true), new StepTime(500, .9, 1, 1.1, true))))
                .contains("cannot be told")
                .doesNotContain("Java");
        assertThat(answer(timed(new StepTime(500, .6, 1, 1.1, true), new StepTime(500, .9, 1, 1.1, false))))
                .contains("Of Lion at 0.1 it cannot be told: its steps were timed on another scale.");
    }

    private static String answer(Comparison comparison) {
        return Answer.of(comparison).claim().toString();
    }

    @Test
    void writesAMissAsTheTableOfTargetsDoes() {
        ProblemComparison problem = new Experiments()
                .deciding(DecideBy.to(DecideBy.Kind.STEPS, TENTH))
                .trial("sgd", .1, seeds(2, AT_ONE))
                .trial("adam", .1, seeds(2, NEVER))
                .compare(2, 0, .1);
        assertThat(cells(problem, "deciding")).containsExactly("1, 2/2", "∞, 0/2");
        assertThat(TargetTables.ladder(problem).rows().stream()
                        .map(row -> row.get(1).toString()))
                .containsExactly("1, 2/2", "∞, 0/2");
    }

    @Test
    void listsEveryUpdaterAtTheBudgetsOfTheLongest() {
        ProblemComparison problem = new Experiments()
                .trial("sgd", .1, new double[] {1, .9, .05})
                .trial("adam", .1, AT_TWO)
                .trial("momentum", .1, new double[] {1, Double.POSITIVE_INFINITY})
                .compare(1, 0, .1);
        TableData table = TargetTables.budgets(problem);
        assertThat(table.columns().toString()).isEqualTo("[updater, 1 step, 3 steps]");
        assertThat(table.rows().toString()).isEqualTo("[[sgd, 0.9, 0.05], [adam, 0.5, 0.05], [momentum, ∞, ∞]]");
    }

    @Test
    void hasNoQuartilesOfASingleSeed() {
        assertThat(ResultTable.of(new Experiments().trial("sgd", .1, AT_TWO).compare(1, 0))
                        .keys())
                .contains("updater", "excess")
                .doesNotContain("quartiles");
        assertThat(ResultTable.of(new Experiments()
                                .trial("sgd", .1, seeds(2, AT_TWO))
                                .compare(2, 0))
                        .keys())
                .contains("quartiles");
    }

    private static Comparison timed(StepTime momentum, StepTime lion) {
        return new Experiments()
                .deciding(DecideBy.to(DecideBy.Kind.TIME, TENTH))
                .trial("sgd", .1, seeds(12, AT_ONE))
                .costing(0, StepTime.ofSgd(500))
                .trial("momentum", .1, seeds(12, AT_TWO))
                .costing(8, momentum)
                .trial("lion", .1, seeds(12, AT_TWO))
                .costing(8, lion)
                .trial("adam", .1, seeds(12, NEVER))
                .costing(16, new StepTime(500, .9, 1, 1.1, true))
                .comparison(12, 0, .1);
    }

    /** The same curve for so many seeds, but for the last digits of where it ends. */
    private static double[][] seeds(int seeds, double... curve) {
        double[][] curves = new double[seeds][];
        for (int i = 0; i < seeds; i++) {
            curves[i] = curve.clone();
            curves[i][curve.length - 1] *= 1 + .001 * i;
        }
        return curves;
    }

    private static List<String> cells(ProblemComparison problem, String column) {
        TableData table = ResultTable.of(problem);
        int at = table.keys().indexOf(column);
        return table.rows().stream().map(row -> row.get(at).toString()).toList();
    }
}
