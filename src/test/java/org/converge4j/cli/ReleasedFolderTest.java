package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.converge4j.result.Outcome;
import org.converge4j.result.Released;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results of a released version stay readable: a copy of a folder that it wrote is kept, and never renewed. */
class ReleasedFolderTest {
    @TempDir
    Path folder;

    @Test
    void its_records_are_read() {
        List<RunRecord> runs = new ArrayList<>();
        new Results(Released.FOLDER).records().readAll(runs::add, damaged -> {
            throw new AssertionError(damaged);
        });

        assertThat(runs).hasSize(9);
        assertThat(runs).filteredOn(run -> run.outcome() == Outcome.DIVERGED).hasSize(3);
        // of the file's own text: seed 2 of sgd at 0.1
        assertThat(runs.get(0).spec().seed()).isEqualTo(2);
        assertThat(runs.get(0).curve().last()).isEqualTo(3.1399950759252116e-10);
        assertThat(runs.get(0).parameters()).hasSize(11).startsWith(0.09468300276843578);
    }

    @Test
    void a_report_is_written_from_it() throws IOException {
        Cli report = Cli.run("report", Released.copyTo(folder));

        assertThat(report.code()).as(report.err()).isZero();
        assertThat(report.err()).isEmpty();
        // the median of the last losses in its curves.csv
        assertThat(report.out()).contains("1.82 × 10⁻¹⁰").contains("0.127");
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
        assertThat(Files.readAllLines(folder.resolve("curves.csv"))).hasSizeGreaterThan(66);
    }

    @Test
    void its_runs_are_not_to_be_trained_again() throws IOException {
        Released.copyTo(folder);

        Cli plan = Cli.run("plan", folder.resolve("experiment.yaml"), "--out", folder);

        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.out()).contains("9 runs, 9 recorded in " + folder + ", 0 to do");
    }
}
