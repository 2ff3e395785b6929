package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.converge4j.Thorough;
import org.converge4j.api.ExperimentBuilder;
import org.converge4j.result.Released;
import org.converge4j.result.store.StorageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder for temporary files that is missing, or full, costs no command anything; who needs one is told which. */
class TemporaryFolderTest {
    @TempDir
    Path folder;

    @Test
    void none_at_all() throws IOException, InterruptedException {
        List<String> under = with(folder.resolve("none"));

        reportsAndExports(under);
        if (Thorough.IS) {
            trains(under);
        }
    }

    @Test
    void a_full_one() throws IOException, InterruptedException {
        Path full = Files.createDirectory(folder.resolve("full"));
        List<String> under = new ArrayList<>(Mounts.full(full, 0, Files.createDirectory(folder.resolve("kept"))));
        under.addAll(with(full));

        trains(under);
        if (Thorough.IS) {
            reportsAndExports(under);
        }
    }

    /** Trains, measures and draws every picture. */
    private void trains(List<String> under) throws IOException, InterruptedException {
        Path sent = Released.copyTo(Released.SENT, folder.resolve("trained"));
        Files.delete(sent.resolve("measurements.json"));

        ends(under, "run", sent.resolve("experiment.yaml"), "--out", sent, "--quiet");

        assertThat(sent.resolve("plots")).isDirectoryContaining("glob:**.png");
        assertThat(sent.resolve("measurements.json")).isNotEmptyFile();
    }

    private void reportsAndExports(List<String> under) throws IOException, InterruptedException {
        Path sent = Released.copyTo(Released.SENT, folder.resolve("reported"));

        ends(under, "report", sent, "--tensorboard");
        ends(under, "export", sent.resolve("experiment.yaml"), "--out", folder.resolve("export"));

        assertThat(sent.resolve("plots")).isDirectoryContaining("glob:**.png");
    }

    private void ends(List<String> under, Object... command) throws IOException, InterruptedException {
        try (Launched run = Launched.under(under, folder, command)) {
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.err().lines()).noneMatch(line -> line.contains("xception"));
        }
    }

    @Test
    void who_hands_over_rows_needs_one_and_is_told_where() throws IOException, InterruptedException {
        Path none = folder.resolve("none");

        try (Launched run = Launched.program(Building.class, with(none), folder)) {
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out().strip())
                    .isEqualTo("expected a temporary folder to write to, found none at " + none
                            + "; java.io.tmpdir names another.");
        }
    }

    private static List<String> with(Path temporary) {
        return List.of("env", "JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=" + temporary);
    }

    /** Builds an experiment and says what was wrong. */
    static final class Building {
        private Building() {}

        /** Takes no arguments. */
        public static void main(String[] arguments) throws InterruptedException {
            try {
                ExperimentBuilder.named("built").run(Path.of("results"));
            } catch (StorageException refusal) {
                System.out.println(refusal.getMessage());
            }
        }
    }
}
