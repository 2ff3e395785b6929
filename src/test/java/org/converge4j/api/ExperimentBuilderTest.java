package org.converge4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.converge4j.analysis.Comparison;
import org.converge4j.config.ConfigException;
import org.converge4j.experiment.training.Metric;
import org.converge4j.result.Outcome;
import org.converge4j.result.store.Results;
import org.converge4j.run.worker.RefusedException;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
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
                .hasMessage("network: layer 0 (DenseLayer): expected 3 inputs, the data's features, found 2");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_is_null_or_wrong_is_named_as_the_parameter_is() {
        ExperimentBuilder builder = ExperimentBuilder.named("wrong");

        assertThatNullPointerException()
                .isThrownBy(() -> ExperimentBuilder.named(nothing()))
                .withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.data((DataSetIterator) nothing()))
                .withMessage("rows");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.network((MultiLayerConfiguration) nothing()))
                .withMessage("network");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.updater("sgd", nothing()))
                .withMessage("settings");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.updater("sgd", Collections.singletonMap("learningRate", null)))
                .withMessage("settings: learningRate");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.jar(nothing()))
                .withMessage("jar");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.run(nothing()))
                .withMessage("folder");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.seeds(0))
                .withMessage("seeds: expected at least 1, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.jobs(-1))
                .withMessage("workers: expected at least 1, found -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.run(Path.of("")))
                .withMessage("folder: expected the name of a folder, found none");
    }

    @Test
    void a_value_that_contains_itself_is_refused_by_the_key_it_was_given_for() {
        Map<String, Object> endless = new HashMap<>();
        endless.put("steps", endless);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ExperimentBuilder.named("wrong").set("budget", endless).run(folder.resolve("results")))
                .withMessage(
                        "budget: expected texts, numbers, truths, and lists and maps of these, found something else");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void rows_that_are_none_are_said_where_they_are_given() {
        INDArray x = Nd4j.ones(3, 2);
        INDArray holed = Nd4j.ones(3, 1);
        holed.putScalar(1, Double.NaN);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExperimentBuilder.named("wrong").data(iterator(List.of())))
                .withMessage("rows: expected at least one row, found none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExperimentBuilder.named("wrong").data(iterator(new DataSet(x, holed).asList())))
                .withMessage("rows, row 2: expected a finite number, found NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExperimentBuilder.named("wrong").data(iterator(List.of(new DataSet(x, null)))))
                .withMessage("rows: expected features and one row of labels for each, found no labels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExperimentBuilder.named("wrong")
                        .data(iterator(List.of(new DataSet(x, x), new DataSet(Nd4j.ones(3, 1), x)))))
                .withMessage("rows: expected as many numbers in each as in the first, 2 and 2, found 1 and 2");
    }

    @Test
    void rows_that_do_not_do_are_called_rows() {
        assertThatThrownBy(() -> ExperimentBuilder.named("wrong")
                        .data(rows(2), 0.999)
                        .network("linear", Map.of())
                        .updater("sgd", Map.of())
                        .run(folder.resolve("results")))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith(
                        "rows: testFraction 0.999: expected at least 1 and at most 39 rows for testing");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void no_temporary_file_is_named() {
        assertThatThrownBy(() -> ExperimentBuilder.named("wrong")
                        .data("csv", Map.of("file", "nowhere.csv", "target", "y"))
                        .updater("sgd", Map.of("learningRate", -1))
                        .run(folder))
                .isInstanceOf(ConfigException.class)
                .message()
                .doesNotContain(System.getProperty("java.io.tmpdir") + "/converge", "experiment.yaml")
                .contains("experiment:1:");
    }

    /** What callers pass whom no compiler warns. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }

    private static DataSetIterator iterator(List<DataSet> rows) {
        return new ExistingDataSetIterator(rows);
    }

    private static DataSetIterator rows(int features) {
        INDArray x = Nd4j.linspace(-1, 1, 40L * features).reshape(40, features);
        return new ListDataSetIterator<>(new DataSet(x, x.sum(true, 1)).asList(), 10);
    }
}
