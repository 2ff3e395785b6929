package org.converge4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.converge4j.analysis.Comparison;
import org.converge4j.config.ConfigException;
import org.converge4j.experiment.training.Metric;
import org.converge4j.result.Outcome;
import org.converge4j.result.store.Results;
import org.converge4j.run.worker.RefusedException;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/** Experiments from Java code are those of the command line. */
class ExperimentBuilderTest {
    @TempDir
    Path folder;

    @Test
    void the_readmes_example_compares_three_trials_on_the_users_network_and_rows() throws InterruptedException {
        Comparison comparison = OwnNetworkExample.compare(rows(2), folder);

        assertThat(comparison.outcomes()).containsExactly(Map.entry(Outcome.BUDGET_SPENT, 6));
        assertThat(comparison.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.trials()).hasSize(3);
            assertThat(problem.facts()).hasValueSatisfying(facts -> {
                assertThat(facts.rows()).isEqualTo(32);
                assertThat(facts.testRows()).isEqualTo(8);
                assertThat(facts.parameters()).isEqualTo(2 * 8 + 8 + 8 + 1);
            });
        });
        new Results(folder)
                .records()
                .readAll(
                        record -> assertThat(record.metrics().last(Metric.TEST_R2))
                                .isPresent(),
                        damaged -> {});
        assertThat(folder.resolve("report.html")).exists();
        assertThat(folder.resolve("inputs")).isDirectoryContaining("glob:**/model.json");
    }

    @Test
    void mistakes_are_said_as_for_a_file() {
        assertThatThrownBy(() -> ExperimentBuilder.named("wrong")
                        .data("randn", Map.of())
                        .updater("adma", Map.of())
                        .run(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Did you mean adam?");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_network_that_does_not_fit_is_refused_before_anything_is_written() {
        assertThatThrownBy(() -> OwnNetworkExample.compare(rows(3), folder.resolve("results")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("model.json: layer 0 (DenseLayer): expected 3 inputs, the data's features, found 2");
        assertThat(folder).isEmptyDirectory();
    }

    private static DataSetIterator rows(int features) {
        INDArray x = Nd4j.linspace(-1, 1, 40L * features).reshape(40, features);
        return new ListDataSetIterator<>(new DataSet(x, x.sum(true, 1)).asList(), 10);
    }
}
