package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.converge4j.Thorough;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever asks a sweep to end is told at once what is saved, gets a report on it, and finds nothing else left. Exit codes are
 * 128 and the signal's number in POSIX. {@code -Dconverge.stops=10} tries more moments, {@code -Dconverge.stops.seed=N} others.
 */
class SignalTest {
    private static final Map<String, Integer> CODES = Map.of("INT", 130, "TERM", 143, "HUP", 129);

    private static final int STOPS = Integer.getInteger("converge.stops", 2);
    /** Files after which one counts: the 18 runs of an updater are stored together, and count once all of them are. */
    private static final int ONE_IS_SAVED = 18 + 1;

    /** Files of a sweep in the middle of its work. */
    private static final int AT_WORK = 5;

    /** Steps after whose first updater the two others are at work for a second or more. */
    private static final int LONG = 100_000;

    private static final String CTRL_C = "\u0003";
    private static final Pattern SAVED = Pattern.compile("Stopping: (\\d+) of 54 runs are saved; writing the report …");
    private static final Pattern LEFT =
            Pattern.compile("stopped with (\\d+) runs? to do; the same command goes on from there\\.");

    @TempDir
    Path folder;

    private String name = "results";

    /** Each signal asks in one way or another in every build: here, at a terminal, or at any moment; in all of them if thorough. */
    static List<String> signals() {
        return Thorough.IS ? List.copyOf(CODES.keySet()) : List.of("TERM");
    }

    @ParameterizedTest
    @MethodSource("signals")
    void a_signal_ends_a_sweep_with_a_report_on_what_is_saved(String signal) throws IOException, InterruptedException {
        try (Launched run = Launched.start(folder, sweep(LONG))) {
            run.awaitFiles(ONE_IS_SAVED, results().resolve("runs"), ".json");
            List<ProcessHandle> workers = run.workers();
            run.signal(signal);

            assertThat(run.code()).as(run.err()).isEqualTo(CODES.get(signal));
            assertThat(run.err().lines()).hasSize(2);
            assertThat(saved(run.err())).isBetween(1, 54 - left(run.err()));
            assertThat(run.out()).contains("report: " + results().resolve("report.html"));
            assertThat(results().resolve("report.md"))
                    .content()
                    .contains("are not recorded yet: this report is partial");
            assertNothingIsLeft(workers);
        }
    }

    @Test
    void ctrl_c_at_a_terminal_does_the_same() throws IOException, InterruptedException {
        try (Launched run = terminal(LONG)) {
            run.awaitFiles(ONE_IS_SAVED, results().resolve("runs"), ".json");
            List<ProcessHandle> workers = run.workers();
            run.type(CTRL_C);

            assertThat(run.code()).as(run.out()).isEqualTo(130);
            assertThat(saved(run.out())).isBetween(1, 54 - left(run.out()));
            assertThat(results().resolve("report.html")).isNotEmptyFile();
            assertNothingIsLeft(workers);
        }
    }

    @Test
    void a_second_ctrl_c_ends_at_once() throws IOException, InterruptedException {
        try (Launched run = terminal(LONG)) {
            run.awaitFiles(AT_WORK, results().resolve("runs"), ".json");
            List<ProcessHandle> workers = run.workers();
            run.type(CTRL_C);
            run.awaitOutput("Stopping: ");
            run.endsWithin(30); // one within 10 ms would count as the same
            run.type(CTRL_C);

            assertThat(run.code()).as(run.out()).isEqualTo(130);
            assertThat(run.out()).doesNotContain("stopped with");
            assertNothingIsLeft(workers);
        }
    }

    @Test
    void a_terminal_that_is_closed_leaves_a_report() throws IOException, InterruptedException {
        try (Launched run = terminal(LONG)) {
            run.awaitFiles(AT_WORK, results().resolve("runs"), ".json");
            List<ProcessHandle> all = run.process().descendants().toList();
            run.process().destroyForcibly(); // the terminal's own end, which is what a closed window is

            for (ProcessHandle one : all) {
                assertThat(one.onExit()).succeedsWithin(Duration.ofSeconds(60));
            }
            assertThat(results().resolve("report.html")).isNotEmptyFile();
            assertNothingIsLeft(all);
        }
    }

    @Test
    void at_any_moment_of_brief_and_long_work_nothing_is_left() throws IOException, InterruptedException {
        Random random = new Random(Long.getLong("converge.stops.seed", 20260128));
        for (int stop = 0; stop < STOPS; stop++) {
            int steps = stop % 2 == 0 ? 500 : 25_000;
            name = "results" + stop; // a new one: that it is there says that this command has begun
            try (Launched run = Launched.start(folder, sweep(steps))) {
                long moment = random.nextLong(200, 4000);
                if (!run.endsWithin(moment)) {
                    List<ProcessHandle> workers = run.workers();
                    String signal = stop % 2 == 0 ? "INT" : "HUP";
                    run.signal(signal);
                    assertThat(run.code()).as(moment + " ms: " + run.err()).isEqualTo(CODES.get(signal));
                    if (Files.exists(results())) { // before, Java itself may still have been starting
                        assertThat(run.err()).startsWith("Stopping");
                    }
                    assertNothingIsLeft(workers);
                    if (LEFT.matcher(run.err()).find() && left(run.err()) < 54) {
                        assertThat(results().resolve("report.html")).isNotEmptyFile();
                    }
                }
            }
        }
    }

    private Path results() {
        return folder.resolve(name);
    }

    private Object[] sweep(int steps) throws IOException {
        Path file = Files.writeString(folder.resolve("sweep.yaml"), """
                name: sweep
                problem: { name: randn, data: { randn: { rows: 5, features: 10 } }, network: linear }
                updaters: [sgd, adam, nesterovs]
                seeds: 18
                budget: { steps: %d }
                record: log
                """.formatted(steps));
        return new Object[] {"run", file, "--out", results(), "--jobs=1", "--quiet"};
    }

    private Launched terminal(int steps) throws IOException, InterruptedException {
        assumeTrue(Launched.hasTerminals(), "no terminal: util-linux's script is not here");
        Object[] words = sweep(steps);
        words[words.length - 1] = "--patience=300"; // not quiet: with a bar
        return Launched.atTerminal(folder, words);
    }

    private void assertNothingIsLeft(List<ProcessHandle> processes) throws IOException {
        for (ProcessHandle process : processes) { // the system takes a moment to bury whom it has killed
            assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(20));
        }
        if (Files.exists(results())) {
            try (Stream<Path> files = Files.walk(results())) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .noneMatch(name -> name.equals(".lock") || name.endsWith(".tmp"));
            }
        }
    }

    private static int saved(String said) {
        return number(SAVED, said);
    }

    private static int left(String said) {
        return number(LEFT, said);
    }

    private static int number(Pattern line, String said) {
        Matcher found = line.matcher(said);
        assertThat(found.find()).as(said).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
