package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.converge4j.Thorough;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever folder somebody sends, {@code report} and {@code compare} say what is wrong with it in lines to read, and write nowhere
 * else: all of the machine but the test's folder is mounted to be read. A thorough build tries a thousand folders instead of ten,
 * {@code -Dconverge.folders.seed=N} others.
 */
class SentFolderTest {
    private static final int FOLDERS = Integer.getInteger("converge.folders", Thorough.or(10, 1000));
    private static final long SEED = Long.getLong("converge.folders.seed", Thorough.or(50, 20));

    @TempDir
    Path folder;

    @Test
    void mutated_folders_are_reported_on_or_refused() throws IOException, InterruptedException {
        Path work = Files.createDirectory(folder.resolve("work"));
        Path logs = Files.createDirectory(folder.resolve("logs"));

        try (Launched run = Launched.program(SentFolders.class, Mounts.alone(work), logs, work, FOLDERS, SEED)) {
            assertThat(run.code()).as(run.err()).isZero();
            List<String> lines = run.out().lines().toList();
            assertThat(lines).singleElement().asString().startsWith("refused: ");
            int refused = Integer.parseInt(lines.get(0).replace("refused: ", ""));
            assertThat(refused).isBetween(FOLDERS / 10, FOLDERS - 1);
        }
    }
}
