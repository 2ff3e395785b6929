package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C ends a sweep with a report on what is finished. */
class InterruptionTest {
    private static final String SWEEP = """
            name: sweep
            problem: { name: randn, data: { randn: { rows: 5, features: 10 } }, network: linear }
            updaters: [sgd, momentum, adam, nesterovs, adaGrad, rmsProp, adaMax, nadam, amsGrad]
            seeds: 6
            budget: { steps: 50000 }
            record: log
            """;

    @TempDir
    Path folder;

    @Test
    void an_interrupted_sweep_reports_on_what_is_finished() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("sweep.yaml"), SWEEP);
        Path results = folder.resolve("results");
        try (Launched run = Launched.start(folder, "run", file, "--out", results, "--jobs", 1, "--quiet")) {
            run.awaitFile(results.resolve("runs"), ".json");
            new ProcessBuilder("kill", "-INT", Long.toString(run.process().pid()))
                    .start()
                    .waitFor();

            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(run.err())
                    .hasLineCount(1)
                    .containsPattern("^interrupted with \\d+ runs to do; the others are recorded");
            assertThat(run.out()).contains("report: " + results.resolve("report.html"));
        }
        assertThat(results.resolve("report.md")).content().contains("are not recorded yet: this report is partial");
    }
}
