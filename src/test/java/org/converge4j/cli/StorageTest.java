package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.converge4j.result.store.FolderLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with a results folder is one line, and what was recorded stays. */
class StorageTest {
    private static final String SMALL = """
            name: small
            problem: { name: randn, data: { randn: { rows: 5, features: 10 } }, network: linear }
            updaters: [sgd, adam]
            seeds: 2
            budget: { steps: 20 }
            """;

    @TempDir
    Path folder;

    @Test
    void damaged_records_are_named_set_aside_and_trained_again() throws IOException {
        assertThat(Cli.experiment(folder, SMALL).code()).isZero();
        List<Path> records = records();
        List<String> whole = texts(records);
        Files.writeString(records.get(0), whole.get(0).substring(0, whole.get(0).length() / 2));
        Files.writeString(records.get(1), whole.get(1).replaceFirst("\"steps\":20", "\"steps\":21"));
        Files.writeString(records.get(2), whole.get(3));
        Files.writeString(folder.resolve("results/runs/notes.txt"), "mine");

        Cli report = Cli.run("report", folder.resolve("results"));
        assertThat(report.code()).isZero();
        assertThat(report.err())
                .contains("left out: " + records.get(0).getFileName())
                .contains("3 planned runs");

        Cli again = Cli.experiment(folder, SMALL);
        assertThat(again.code()).isZero();
        assertThat(again.err().lines().filter(line -> line.contains("set aside as")))
                .hasSize(4)
                .anyMatch(line -> line.contains("its checksum does not match its contents"))
                .anyMatch(line -> line.contains("it holds the record of another run"))
                .anyMatch(line -> line.startsWith("notes.txt: it is no record's file"));
        assertThat(texts(records())).isEqualTo(whole);
        assertThat(folder.resolve("results/damaged/notes.txt")).hasContent("mine");
        assertThat(folder.resolve("results/damaged").toFile().list()).hasSize(4);
    }

    @Test
    @DisabledOnOs(value = WINDOWS, disabledReason = "no name there holds an end of a line")
    void a_damaged_records_name_ends_no_line() throws IOException {
        assertThat(Cli.experiment(folder, SMALL).code()).isZero();
        Files.writeString(folder.resolve("results/runs/a\nAll is lost.json"), "{}");

        Cli again = Cli.experiment(folder, SMALL);

        assertThat(again.err().lines())
                .noneMatch(line -> line.startsWith("All is lost"))
                .filteredOn(line -> line.contains("All is lost"))
                .singleElement()
                .asString()
                .matches("a\\\\u000aAll is lost.json: .*; set aside as .*damaged/a\\\\u000aAll is lost.json");
    }

    @Test
    void a_second_command_on_a_folder_is_refused_in_one_line() throws IOException {
        FolderLock lock = FolderLock.take(folder.resolve("results"));
        try (Launched other = launched()) {
            assertThat(other.code()).isEqualTo(ExitCode.WRONG_INPUT);
            assertThat(other.err())
                    .hasLineCount(1)
                    .contains("another command is at work here, process "
                            + ProcessHandle.current().pid());
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        } finally {
            lock.close();
        }
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void what_a_dead_process_left_half_written_is_swept_away_even_if_nothing_is_to_be_trained() throws IOException {
        assertThat(Cli.experiment(folder, SMALL).code()).isZero();
        Path results = folder.resolve("results");
        for (Path place : List.of(results, results.resolve("plots"), results.resolve("winner/randn"))) {
            Files.writeString(place.resolve(".half.999999999-1.tmp"), "half");
        }
        Path own = Files.writeString(
                results.resolve("runs/.0123.json." + ProcessHandle.current().pid() + "-1.tmp"), "{half");

        Cli again = Cli.experiment(folder, SMALL);

        assertThat(again.err()).contains("nothing was trained");
        try (Stream<Path> files = Files.walk(results)) {
            assertThat(files.filter(file -> file.toString().endsWith(".tmp")))
                    .as("of one who lives")
                    .containsExactly(own);
        }
    }

    @Test
    void a_file_where_the_folder_should_be_is_one_line() throws IOException {
        Files.writeString(folder.resolve("results"), "in the way");

        Cli run = Cli.run("run", experiment(), "--out", folder.resolve("results"), "--quiet");

        assertThat(run.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(run.err()).hasLineCount(1).contains("the file " + folder.resolve("results") + " is in the way");
    }

    private Launched launched() throws IOException {
        return Launched.start(folder, "run", experiment(), "--out", folder.resolve("results"), "--quiet");
    }

    private Path experiment() throws IOException {
        return Files.writeString(folder.resolve("small.yaml"), SMALL);
    }

    private List<Path> records() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("results/runs"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> texts(List<Path> files) throws IOException {
        Stream.Builder<String> texts = Stream.builder();
        for (Path file : files) {
            texts.add(Files.readString(file, StandardCharsets.UTF_8));
        }
        return texts.build().toList();
    }
}
