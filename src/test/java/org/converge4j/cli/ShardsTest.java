package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.converge4j.Thorough;
import org.converge4j.result.store.FolderLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that know nothing of each other train one plan into one folder. */
class ShardsTest {
    private static final String SWEEP = """
            name: shards
            problem: { name: randn, data: { randn: { rows: 5, features: 10 } }, network: linear }
            updaters: [sgd: { learningRate: [0.001, 0.01, 0.1] }, adam: { learningRate: [0.001, 0.01] }]
            seeds: 4
            budget: { steps: 20 }
            """;

    @TempDir
    Path folder;

    @Test
    void side_by_side_they_leave_what_one_run_leaves_byte_for_byte() throws IOException, InterruptedException {
        assertThat(Cli.experiment(folder, SWEEP).code()).isZero();
        Path file = folder.resolve("experiment.yaml");
        Path shared = folder.resolve("shared");
        int parts = Thorough.or(2, 3);
        List<Launched> shards = new ArrayList<>();
        try {
            for (int part = 1; part <= parts; part++) {
                String shard = part + "/" + parts;
                shards.add(
                        Launched.start(folder, "run", file, "--out", shared, "--quiet", "--jobs", 1, "--shard", shard));
            }
            for (Launched shard : shards) {
                assertThat(shard.code()).as(shard.err()).isZero();
                assertThat(shard.err()).isEmpty();
                assertThat(shard.out()).contains("is done; once all are: ./converge report " + shared);
            }
        } finally {
            shards.forEach(Launched::close);
        }

        assertThat(contents(shared.resolve("runs"))).isEqualTo(contents(folder.resolve("results/runs")));
        assertThat(shared.resolve("report.html")).doesNotExist();
        assertThat(Cli.run("report", shared).code()).isZero();
        assertThat(shared.resolve("curves.csv")).hasSameTextualContentAs(folder.resolve("results/curves.csv"));
    }

    @Test
    void a_shard_and_a_whole_run_exclude_each_other() {
        Path results = folder.resolve("results");
        FolderLock whole = FolderLock.take(results);
        try {
            Cli shard = Cli.experiment(folder, SWEEP, "--shard", "1/3");
            assertThat(shard.code()).isEqualTo(ExitCode.WRONG_INPUT);
            assertThat(shard.err()).contains("another command is at work here").hasLineCount(1);
        } finally {
            whole.close();
        }
        FolderLock part = FolderLock.takePart(results, 2, 3);
        try {
            Cli all = Cli.experiment(folder, SWEEP);
            assertThat(all.code()).isEqualTo(ExitCode.WRONG_INPUT);
            assertThat(all.err()).contains("another command is at work here").hasLineCount(1);
        } finally {
            part.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/3", "4/3", "x"})
    void a_part_that_does_not_exist_is_refused_in_one_line(String part) {
        Cli cli = Cli.experiment(folder, SWEEP, "--shard", part);

        assertThat(cli.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(cli.err())
                .startsWith("--shard: expected I/N with whole numbers 1 ≤ I ≤ N")
                .hasLineCount(1);
        assertThat(folder.resolve("results")).doesNotExist();
    }

    private static Map<String, String> contents(Path runs) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(runs)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
