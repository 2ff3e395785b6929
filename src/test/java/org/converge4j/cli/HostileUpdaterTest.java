package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.converge4j.Thorough;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordStore;
import org.converge4j.run.hostile.Hostile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An updater that misbehaves costs its own runs; the others of its batch are trained, and the sweep ends. */
class HostileUpdaterTest {
    private static final String SWEEP = """
            name: hostile
            problem: { name: randn, data: { randn: { rows: 5, features: 10 } }, network: linear }
            updaters: [hostile: { act: [%s] }, sgd]
            seeds: 1
            budget: { steps: 20 }
            """;

    @TempDir
    Path folder;

    private Path services = Path.of("");

    @BeforeEach
    void declare() throws IOException {
        services = folder.resolve("more");
        Path declarations = Files.createDirectories(services.resolve("META-INF/services"));
        Files.writeString(
                declarations.resolve("org.converge4j.catalog.UpdaterSettings"), Hostile.class.getName() + "\n");
    }

    @Test
    void what_throws_prints_exits_crashes_or_exhausts_memory_fails_alone_and_says_why()
            throws IOException, InterruptedException {
        Map<String, RunRecord> runs = sweep("nothing, throw, print, exit, segv, heap", 300);

        assertSpent(runs, "sgd", "nothing", "print");
        assertFailed(runs.get("throw"), "IllegalStateException: the rule gives up in two lines");
        assertFailed(runs.get("exit"), "System.exit was called by", "Hostile.misbehave");
        assertFailed(runs.get("segv"), "SIGSEGV");
        assertFailed(runs.get("heap"), "out of memory", "Java heap space");
        assertThat(runs).hasSize(7);
    }

    @Test
    @Tag(Thorough.TAG)
    void what_is_killed_or_exhausts_native_memory_too() throws IOException, InterruptedException {
        Map<String, RunRecord> runs = sweep("kill, native_memory", 300);

        assertSpent(runs, "sgd");
        assertFailed(runs.get("kill"), "killed by signal 9");
        assertFailed(runs.get("native_memory"), "out of memory", "BytePointer");
    }

    @Test
    void what_loops_forever_is_ended_and_fails_alone() throws IOException, InterruptedException {
        Map<String, RunRecord> runs = sweep("loop", 5);

        assertSpent(runs, "sgd");
        assertFailed(runs.get("loop"), "it hung", "no step was finished in");
    }

    private static void assertSpent(Map<String, RunRecord> runs, String... acts) {
        assertThat(acts)
                .allSatisfy(act ->
                        assertThat(runs.get(act)).extracting(RunRecord::outcome).isEqualTo(Outcome.BUDGET_SPENT));
    }

    private static void assertFailed(@Nullable RunRecord run, String... reasons) {
        assertThat(run).isNotNull().extracting(RunRecord::outcome).isEqualTo(Outcome.FAILED);
        assertThat(run)
                .extracting(RunRecord::reason)
                .asString()
                .contains(reasons)
                .doesNotContain("\n")
                .doesNotContain(System.getProperty("user.home"));
    }

    /** By act, or variant. */
    private Map<String, RunRecord> sweep(String acts, int patience) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("hostile.yaml"), SWEEP.formatted(acts));
        Path results = folder.resolve("results");
        Map<String, RunRecord> runs = new TreeMap<>();
        try (Launched run = Launched.start(
                folder,
                List.of(services),
                "run",
                file,
                "--out",
                results,
                "--quiet",
                "--jobs",
                2,
                "--patience",
                patience)) {
            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.INCOMPLETE);
            assertThat(run.err()).doesNotContain("\tat ");
        }
        new RecordStore(results)
                .readAll(
                        record -> {
                            var updater = record.spec().trial().updater();
                            runs.put(
                                    updater.settings()
                                            .getOrDefault("act", updater.variant())
                                            .toString(),
                                    record);
                        },
                        damaged -> {
                            throw new AssertionError(damaged);
                        });
        return runs;
    }
}
