package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.converge4j.Thorough;
import org.converge4j.result.store.RecordStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sweep whose processes are killed, forcibly and at random moments, ends with the records of one that was left alone.
 * {@code -Dconverge.kills=200} makes it as thorough as docs/design/storage-and-workers.md says, {@code -Dconverge.kills.seed=N} kills at other moments,
 * and 100,000 {@code converge.kills.steps} are long work, which two workers share.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("converge.kills", Thorough.or(1, 8));
    private static final int KILLS_A_SWEEP = 4;
    private static final long ORPHAN_SECONDS = 20;

    private static final String SWEEP = """
            name: sweep
            problem: { name: randn, data: { randn: { rows: 5, features: 10 } }, network: linear }
            updaters: [sgd: { learningRate: [0.1, 0.01] }, adam]
            seeds: 8
            budget: { steps: %d }
            record: { every: 10 }
            """.formatted(Integer.getInteger("converge.kills.steps", 2000));

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private final Random random = new Random(Long.getLong("converge.kills.seed", 20260101));

    @BeforeEach
    void describe() throws IOException {
        file = Files.writeString(folder.resolve("sweep.yaml"), SWEEP);
    }

    @Test
    void killed_at_random_moments_a_sweep_ends_with_the_records_of_an_undisturbed_one()
            throws IOException, InterruptedException {
        Path calm = folder.resolve("calm");
        long start = System.nanoTime();
        try (Launched run = run(calm)) {
            assertThat(run.code()).as(run.err()).isZero();
        }
        long duration = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Map<String, String> expected = records(calm);
        assertThat(expected).hasSize(3 * 8);

        int killed = 0;
        for (int sweep = 0; killed < KILLS; sweep++) {
            Path results = folder.resolve("sweep" + sweep);
            for (int i = 0; i < KILLS_A_SWEEP && killed < KILLS; i++) {
                killed += disturb(results, duration) ? 1 : 0;
            }
            Map<String, Object> before = files(results);
            Cli rest = Cli.run(command(results));
            assertThat(rest.code()).as(rest.err()).isZero();
            assertThat(records(results)).isEqualTo(expected);
            assertThat(files(results))
                    .as("what was recorded is not trained again")
                    .containsAllEntriesOf(before);
            assertThat(temporaries(results)).isEmpty();
        }
    }

    /** Starts a run, kills some of its processes, and checks what they leave; false if it had ended before. */
    private boolean disturb(Path results, long duration) throws IOException, InterruptedException {
        Map<String, Object> before = files(results);
        try (Launched run = run(results)) {
            if (run.endsWithin(random.nextLong(duration))) {
                return false;
            }
            List<ProcessHandle> workers = run.workers();
            int whom = random.nextInt(3);
            if (whom == 0 && !workers.isEmpty()) {
                workers.get(random.nextInt(workers.size())).destroyForcibly();
                assertThat(run.code()).as(run.err() + run.out()).isZero();
                assertThat(run.err()).doesNotContain("Exception");
            } else {
                if (whom == 2) {
                    workers.forEach(ProcessHandle::destroyForcibly);
                }
                run.process().destroyForcibly();
                run.code();
                CompletableFuture.allOf(
                                workers.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                        .orTimeout(ORPHAN_SECONDS, TimeUnit.SECONDS)
                        .join();
            }
        }
        new RecordStore(results).readAll(record -> {}, half -> {
            throw new AssertionError("a half file is there to be read: " + half);
        });
        assertThat(files(results)).containsAllEntriesOf(before);
        return true;
    }

    private Launched run(Path results) throws IOException {
        return Launched.start(folder, command(results));
    }

    private Object[] command(Path results) {
        return new Object[] {"run", file, "--out", results, "--quiet", "--jobs", 2};
    }

    private static Map<String, String> records(Path results) throws IOException {
        Map<String, String> records = new TreeMap<>();
        for (Path file : listed(results)) {
            records.put(file.getFileName().toString(), Files.readString(file));
        }
        return records;
    }

    /** The identity of each record's file, which changes when it is written again. */
    private static Map<String, Object> files(Path results) throws IOException {
        Map<String, Object> files = new TreeMap<>();
        for (Path file : listed(results)) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            files.put(file.getFileName().toString(), List.of(attributes.lastModifiedTime(), attributes.size()));
        }
        return files;
    }

    private static List<Path> listed(Path results) throws IOException {
        if (!Files.isDirectory(results.resolve("runs"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(results.resolve("runs"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> temporaries(Path results) throws IOException {
        try (Stream<Path> files = Files.walk(results)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".tmp"))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }
}
