package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.converge4j.result.store.RecordStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that refuses is one line and exit code 3, and what was recorded before is whole. */
class RefusingDiskTest {
    private static final String SWEEP = """
            name: sweep
            problem: { name: randn, data: { randn: { rows: 5, features: 10 } }, network: linear }
            updaters: [sgd, momentum, adam, nesterovs, adaGrad, rmsProp, adaMax, nadam, amsGrad]
            seeds: 6
            budget: { steps: %d }
            record: log
            """;

    @TempDir
    Path folder;

    private Path results = Path.of("");

    @BeforeEach
    void make() throws IOException {
        results = Files.createDirectory(folder.resolve("results"));
    }

    @Test
    void a_full_disk() throws IOException, InterruptedException {
        Path kept = Files.createDirectory(folder.resolve("kept"));

        String line = refusal(Mounts.full(results, 100, kept), 20);

        assertThat(line).startsWith(results.toString()).containsAnyOf("No space left on device", "File too large");
        assertThat(whole(kept)).isLessThan(54);
    }

    @Test
    void a_folder_that_is_mounted_to_be_read() throws IOException, InterruptedException {
        assertThat(refusal(Mounts.readOnly(results), 20))
                .startsWith(results.toString())
                .containsAnyOf("Read-only file system", "permission denied");
    }

    @Test
    void a_folder_that_one_may_not_write_to() throws IOException, InterruptedException {
        assertThat(refusal(Mounts.forbidden(results), 20))
                .startsWith(results.toString())
                .endsWith("permission denied");
    }

    @Test
    void a_folder_that_is_deleted_during_the_sweep() throws IOException, InterruptedException {
        try (Launched run = Launched.start(folder, sweep(50_000))) {
            run.awaitFile(results.resolve("runs"), ".json");
            Path gone = folder.resolve("gone");
            Files.move(results, gone); // at once, while records still arrive
            delete(gone);
            assertThat(run.code()).isEqualTo(ExitCode.INCOMPLETE);
            assertThat(run.err())
                    .hasLineCount(1)
                    .startsWith(results.toString())
                    .contains("it is not there, or its folder is gone");
        }
        assertThat(results).doesNotExist();
    }

    /** The line that a sweep ends with. */
    private String refusal(List<String> under, int steps) throws IOException, InterruptedException {
        try (Launched run = Launched.under(under, folder, sweep(steps))) {
            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.INCOMPLETE);
            assertThat(run.err()).hasLineCount(1);
            return run.err().strip();
        }
    }

    private Object[] sweep(int steps) throws IOException {
        Path file = Files.writeString(folder.resolve("sweep.yaml"), SWEEP.formatted(steps));
        return new Object[] {"run", file, "--out", results, "--quiet", "--jobs", 1};
    }

    /** How many records there are, none of them damaged. */
    private static int whole(Path kept) {
        int[] count = {0};
        new RecordStore(kept).readAll(run -> count[0]++, damaged -> {
            throw new AssertionError(damaged);
        });
        return count[0];
    }

    /** Deletes a folder; a file that was being made when the folder moved may turn up in it after it was listed. */
    private static void delete(Path folder) throws IOException {
        while (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (DirectoryNotEmptyException late) {
                assertThat(folder).isDirectory();
            }
        }
    }
}
