package org.converge4j.result.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Metric;
import org.converge4j.result.Curve;
import org.converge4j.result.Measurement;
import org.converge4j.result.Metrics;
import org.converge4j.result.Outcome;
import org.converge4j.result.Released;
import org.converge4j.result.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A results folder keeps experiment, records and measurements; another experiment can be drawn beside it. */
class ResultsTest {
    @TempDir
    Path folder;

    @Test
    void folders_that_may_be_meant_are_named() throws IOException {
        Experiment experiment = new Results(Released.FOLDER).experiment();
        new Results(folder.resolve("one")).describe(experiment, "name: x\n");
        Files.createDirectory(folder.resolve("other"));

        assertThatThrownBy(new Results(folder)::experiment)
                .hasMessageEndingWith("no experiment.json; in it are " + folder.resolve("one"));
        assertThatThrownBy(new Results(folder.resolve("one/experiment.yaml"))::experiment)
                .hasMessageEndingWith("no experiment.json; " + folder.resolve("one") + " is one");
        assertThatThrownBy(new Results(folder.resolve("none"))::experiment).hasMessageEndingWith("no experiment.json");
    }

    @Test
    void an_experiment_is_kept_and_read_again() throws IOException {
        Results results = new Results(folder);
        assertThat(results.isDescribed()).isFalse();
        assertThatThrownBy(results::experiment)
                .isInstanceOf(DamagedRecordException.class)
                .hasMessage(folder + ": not a results folder: it has no experiment.json");
        Experiment experiment = new Results(Released.FOLDER).experiment();

        results.describe(experiment, "name: x\n");

        assertThat(results.isDescribed()).isTrue();
        assertThat(results.experiment()).isEqualTo(experiment);
        assertThat(folder.resolve("experiment.yaml")).hasContent("name: x");
        Files.writeString(folder.resolve("experiment.json"), "{");
        assertThatThrownBy(results::experiment)
                .isInstanceOf(DamagedRecordException.class)
                .hasMessageStartingWith(folder.resolve("experiment.json") + ": not an experiment: ");
    }

    @Test
    void a_folder_that_cannot_be_written_is_said() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Experiment experiment = new Results(Released.FOLDER).experiment();

        assertThatThrownBy(() -> new Results(file).describe(experiment, "")).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> new Measurements(file).write(List.of())).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> new RecordStore(file).prepare()).isInstanceOf(StorageException.class);
    }

    @Test
    void measurements_are_kept_by_trial_and_unreadable_ones_count_as_none() throws IOException {
        Map<String, Measurement> released = new Results(Released.FOLDER).measurements(damage -> {});
        assertThat(released).hasSize(3).containsKey("c669734ae144771d82f7");
        assertThat(new Results(folder).measurements(damage -> {})).isEmpty();

        new Measurements(folder).write(List.copyOf(released.values()));

        assertThat(new Results(folder).measurements(damage -> {})).isEqualTo(released);
        Files.writeString(folder.resolve("measurements.json"), "[{\"trial\":\"a\"},{");
        assertThat(new Results(folder).measurements(damage -> {})).isEmpty();
    }

    @Test
    void a_baseline_is_the_runs_of_trials_and_seeds_that_the_experiment_has_too() {
        Results released = new Results(Released.FOLDER);
        Experiment all = released.experiment();
        Trial adam = all.trials().get(2);
        Experiment some = new Experiment("x", "", List.of(adam), List.of(1L, 3L, 9L), all.targets());
        List<RunRecord> before = new ArrayList<>();
        released.records().readAll(before::add, damaged -> {});

        List<RunRecord> runs = Baseline.of(some, released);

        assertThat(runs)
                .extracting(run -> run.spec().trial().label() + " " + run.spec().seed())
                .containsExactlyInAnyOrder("adam (baseline) 1", "adam (baseline) 3");
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.id()).isEqualTo(run.spec().id());
            assertThat(run.trainer()).isEqualTo("baseline");
            assertThat(before)
                    .filteredOn(old -> old.curve().equals(run.curve()))
                    .hasSize(1);
        });
        assertThatThrownBy(() -> Baseline.of(some, new Results(folder))).isInstanceOf(DamagedRecordException.class);
    }

    @Test
    void the_last_metric_is_that_of_the_last_step() {
        Metrics metrics = new Metrics(List.of(1, 2), Map.of(Metric.RMSE, List.of(0.5, 0.25)));

        assertThat(metrics.last(Metric.RMSE)).contains(0.25);
        assertThat(metrics.last(Metric.R2)).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> new Metrics(List.of(1), metrics.values()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void curves_are_equal_where_every_point_is() {
        Curve curve = new Curve(new int[] {0, 5}, new double[] {2, 1});

        assertThat(curve)
                .isEqualTo(new Curve(new int[] {0, 5}, new double[] {2, 1}))
                .hasSameHashCodeAs(new Curve(new int[] {0, 5}, new double[] {2, 1}))
                .isNotEqualTo(new Curve(new int[] {0, 6}, new double[] {2, 1}))
                .isNotEqualTo(new Curve(new int[] {0, 5}, new double[] {2, 3}))
                .isNotEqualTo("a curve");
        assertThat(curve.hashCode()).isNotEqualTo(new Curve(new int[] {0, 6}, new double[] {2, 1}).hashCode());
        assertThat(curve.hashCode()).isNotEqualTo(new Curve(new int[] {0, 5}, new double[] {2, 3}).hashCode());
        assertThat(curve.first()).isEqualTo(2);
        assertThat(curve.last()).isEqualTo(1);
        assertThat(curve.step(1)).isEqualTo(5);
        assertThat(curve.loss(1)).isEqualTo(1);
    }

    @Test
    void a_folder_is_named_as_seen_from_here_or_by_its_name_alone() {
        assertThat(new Results(Path.of("results/../results/x")).name()).isEqualTo("results/x");
        assertThat(new Results(Path.of("results/x").toAbsolutePath()).name()).isEqualTo("results/x");
        assertThat(new Results(folder.resolve("x")).name()).isEqualTo("x");
        Path here = Path.of("").toAbsolutePath();
        assertThat(new Results(Path.of("")).name()).isEqualTo(String.valueOf(here.getFileName()));
    }

    @Test
    void a_baseline_is_named_after_what_it_is_the_baseline_of() {
        assertThat(Baseline.namesake("adam (baseline)")).isEqualTo("adam");
        assertThat(Baseline.namesake("adam")).isEqualTo("adam");
    }

    @Test
    void an_audit_is_kept_with_its_measurement() {
        Measurement.Horizon horizon = new Measurement.Horizon(7, 0.5);
        Measurement measured = new Measurement("key", 16, 2, Optional.empty());
        assertThat(measured.horizon()).isEmpty();
        Measurement audited = measured.audited(horizon);
        assertThat(audited.horizon()).contains(horizon);
        assertThat(audited.stateBytesPerParameter()).isEqualTo(16);
    }

    @Test
    void divergence_is_an_answer_and_failure_is_none() {
        List<RunRecord> records = new ArrayList<>();
        new Results(Released.FOLDER).records().readAll(records::add, damaged -> {});
        // sgd at 100 diverged on all three seeds
        assertThat(records).filteredOn(run -> run.outcome() == Outcome.DIVERGED).hasSize(3);
        assertThat(records).hasSize(9).allMatch(RunRecord::isAnswer);
        RunRecord any = records.get(0);
        RunRecord failed = new RunRecord(
                any.spec(),
                Outcome.FAILED,
                0,
                "out of memory",
                any.curve(),
                List.of(),
                any.facts(),
                any.trainer(),
                any.environment(),
                any.metrics());
        assertThat(failed.isAnswer()).isFalse();
    }
}
