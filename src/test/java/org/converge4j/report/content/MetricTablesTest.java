package org.converge4j.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.Experiments;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.training.Metric;
import org.converge4j.report.file.MetricsCsv;
import org.converge4j.report.file.SummaryCsv;
import org.converge4j.wording.Text;
import org.junit.jupiter.api.Test;

/** The test part stands beside the training loss wherever that does. */
class MetricTablesTest {
    @Test
    void the_base_rate_stands_beside_an_accuracy() {
        // eight of ten rows, and three of four for testing, are of the class that is most frequent in training
        ProblemFacts facts = new ProblemFacts(
                10,
                1,
                2,
                4,
                "hash",
                Optional.empty(),
                4,
                List.of(),
                List.of("kind"),
                List.of("a", "b"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(2, 8),
                List.of(1, 3),
                Optional.empty());
        ProblemComparison problem = new Experiments()
                .on(Experiments.PROBLEM, facts)
                .trial("sgd", .1, new double[] {1, 0.5})
                .measuring(Metric.TEST_ACCURACY, 0.75)
                .compare(1, 0);

        assertThat(MetricTables.of(problem).columns())
                .extracting(Text::toString)
                .containsExactly("updater", "test accuracy (base rate 0.75)");
        assertThat(MetricTables.of(problem).rows()).containsExactly(List.of(Text.plain("sgd"), Text.plain("0.75")));
        assertThat(ResultTable.of(problem).columns())
                .extracting(Text::toString)
                .contains("test accuracy (base rate 0.75)");
        assertThat(facts.baseRate()).contains(0.8);
    }

    @Test
    void the_test_loss_is_in_the_ranking_and_in_the_files() throws IOException {
        Comparison comparison = new Experiments()
                .trial("sgd", .1, new double[] {1, 0.5}, new double[] {1, 0.25})
                .measuring(Metric.TEST_LOSS, 2, 3)
                .comparison(2, 0);

        assertThat(ResultTable.of(comparison.problems().get(0)).columns())
                .extracting(Text::toString)
                .containsOnlyOnce("final test loss")
                .doesNotContain("test loss");
        StringWriter summary = new StringWriter();
        SummaryCsv.write(comparison, summary);
        assertThat(summary.toString().lines().toList().get(0)).endsWith(",testLoss_q1,testLoss_median,testLoss_q3");
        assertThat(summary.toString().lines().toList().get(1)).endsWith(",2.25,2.5,2.75");
        StringWriter metrics = new StringWriter();
        MetricsCsv.write(comparison, metrics);
        assertThat(metrics.toString().lines())
                .containsExactly(
                        "problem,updater,label,learning_rate,seed,step,metric,value",
                        Experiments.PROBLEM.name() + ",sgd,sgd learningRate=0.1,0.1,1,1,testLoss,2.0",
                        Experiments.PROBLEM.name() + ",sgd,sgd learningRate=0.1,0.1,2,1,testLoss,3.0");
    }

    @Test
    void nothing_stands_there_where_nothing_was_measured() {
        ProblemComparison problem =
                new Experiments().trial("sgd", .1, new double[] {1, 0.5}).compare(1, 0);
        assertThat(MetricTables.of(problem).rows()).isEmpty();
    }
}
