package org.converge4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.converge4j.analysis.Analysis;
import org.converge4j.analysis.Comparison;
import org.converge4j.experiment.Experiment;
import org.converge4j.report.Reports;
import org.converge4j.report.Samples;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.result.store.RecordStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done ahead of a report is what the report would have done. */
class ReportAheadTest {
    @TempDir
    Path folder;

    private final Experiment experiment = Samples.grid("Which?").experiment();
    private final List<RunRecord> runs =
            Samples.grid("Which?").problems().get(0).own(run -> run).toList();
    private RecordStore store;
    private ReportAhead ahead;

    @BeforeEach
    void all_runs_but_the_last_are_on_record() {
        store = new RecordStore(folder, true);
        store.open();
        runs.subList(0, runs.size() - 1).forEach(this::write);
        ahead = new ReportAhead(experiment, store, folder);
    }

    private void write(RunRecord run) {
        store.write(run.id(), RecordFormat.write(run));
    }

    @Test
    void runs_are_written_down_before_steps_are_timed_as_a_report_would_write_them(@TempDir Path other)
            throws IOException {
        ahead.trained();
        ahead.timing();

        Recorded recorded = Recorded.in(store);
        Analysis later = new Analysis(experiment, recorded.runs(), List.of());
        Reports.writeRuns(later.compare(Map.of(), List.of()), other);
        for (String file : List.of("curves.csv", "metrics.csv")) {
            assertThat(folder.resolve(file)).hasSameBinaryContentAs(other.resolve(file));
        }
        assertThat(Files.size(folder.resolve("curves.csv"))).isPositive();
        assertThat(ahead.of(recorded)).hasValueSatisfying(analysis -> {
            Comparison comparison = analysis.compare(Map.of(), List.of());
            assertThat(comparison.missing()).isOne();
            assertThat(comparison.problems())
                    .isEqualTo(later.compare(Map.of(), List.of()).problems());
        });
    }

    @Test
    void runs_that_came_later_are_summed_up_anew() {
        ahead.trained();
        ahead.timing();
        write(runs.get(runs.size() - 1));

        assertThat(ahead.of(Recorded.in(store))).isEmpty();
    }

    @Test
    void nothing_is_there_ahead_of_a_report_without_training() {
        assertThat(ahead.of(Recorded.in(store))).isEmpty();
    }

    @Test
    void what_cannot_be_written_ahead_is_left_to_the_report() throws IOException {
        Files.createDirectories(folder.resolve("curves.csv/in the way"));
        ahead.trained();

        assertThat(ahead.of(Recorded.in(store))).isEmpty();
    }
}
