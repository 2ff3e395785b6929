package org.converge4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much an experiment file may ask for, docs/design/storage-and-workers.md, "What strangers send": the most that is read, and one more. */
class LimitsTest {
    private static final Catalog CATALOG = Catalog.load(LimitsTest.class.getClassLoader());
    private static final String SMALL = "name: x\nproblem: { data: randn }\nupdaters: [sgd]\n";

    @TempDir
    private Path folder;

    @Test
    void a_file_has_a_megabyte() {
        // no YAML begins with @, so reading ends there
        refused("@".repeat(1 << 20)).allMatch(said -> said.contains("not YAML"));
        refused("@".repeat((1 << 20) + 1))
                .containsExactly(file() + ": expected at most 1048576 bytes, found 1048577 bytes.");
    }

    @Test
    void a_file_is_there_and_text() throws IOException {
        refused(folder).containsExactly(folder + ": expected an experiment file, found a folder.");
        refused(folder.resolve("none")).containsExactly(folder.resolve("none") + ": no such file.");
        // ISO 8859-1's ä
        Files.write(file(), new byte[] {(byte) 0xe4, 'x'});
        refused(file()).containsExactly(file() + ": not UTF-8 text.");
    }

    @Test
    void values_are_nested_forty_deep() {
        refused("a: " + "[".repeat(40) + "]".repeat(40)).noneMatch(said -> said.contains("nested"));
        refused("a: " + "[".repeat(41) + "]".repeat(41))
                .containsExactly(file() + ": not YAML: it is nested deeper than 40 levels");
    }

    @Test
    void a_number_has_four_hundred_digits() {
        // beyond, it is a text, and quoted
        refused(SMALL + "timeLimit: " + "1".repeat(400)).anyMatch(said -> said.contains("found `1"));
        refused(SMALL + "timeLimit: " + "1".repeat(401)).anyMatch(said -> said.contains("found the text `1"));
        refused(SMALL + "timeLimit: ." + "1".repeat(400)).anyMatch(said -> said.contains("found the text `.1"));
    }

    @Test
    void a_whole_number_has_sixty_four_bits() throws IOException {
        // 2^63 − 1 and 2^63
        assertThat(read(SMALL + "seeds: [9223372036854775807, -9223372036854775808]")
                        .seeds())
                .containsExactly(Long.MAX_VALUE, Long.MIN_VALUE);
        refused(SMALL + "seeds: [9223372036854775808]")
                .anyMatch(said -> said.endsWith("seeds[0]: expected a whole number, found `9223372036854775808`."));
    }

    @Test
    void a_grid_has_a_hundred_thousand_points() {
        // 401 × 250
        refused("""
                name: x
                problem: { data: randn }
                updaters: [adam: { beta1: { log: [0.1, 0.9], points: 401 }, beta2: { log: [0.1, 0.9], points: 250 } }]
                """)
                .anyMatch(said ->
                        said.endsWith("updaters[0].adam: expected a grid of at most 100000 points, found 100250."));
    }

    @Test
    void there_are_a_million_runs() throws IOException {
        assertThat(read(SMALL + "seeds: 600000\ntuning: { seeds: 400000 }").seeds())
                .hasSize(600_000);
        refused(SMALL + "seeds: 600000\ntuning: { seeds: 400001 }")
                .containsExactly(file() + ":1:1: expected at most 1000000 runs, found 1000001.");
    }

    @Test
    void a_label_has_sixty_characters() throws IOException {
        String label = "name: x\nproblem: { data: randn }\nupdaters: [{ sgd: {}, label: %s }]\n";
        assertThat(read(label.formatted("l".repeat(60))).trials())
                .extracting(Trial::label)
                .containsExactly("l".repeat(60));
        refused(label.formatted("l".repeat(61))).anyMatch(said -> said.contains("a text of 1 to 60 characters"));
        refused(label.formatted("\"a\\tb\"")).anyMatch(said -> said.contains("without control characters"));
    }

    @Test
    void a_question_has_two_thousand_characters_on_any_number_of_lines() throws IOException {
        assertThat(read(SMALL + "question: |\n  Why\n  so?\n").question()).isEqualTo("Why so?");
        assertThat(read(SMALL + "question: " + "q".repeat(2000)).question()).hasSize(2000);
        refused(SMALL + "question: " + "q".repeat(2001))
                .anyMatch(said -> said.contains(
                        "question: expected a text of at most 2000 characters without control characters,"));
    }

    @Test
    void a_hundred_mistakes_are_said_one_by_one() {
        StringBuilder keys = new StringBuilder(SMALL);
        for (int i = 0; i < 100; i++) {
            keys.append("key").append(i).append(": 1\n");
        }
        refused(keys.toString()).hasSize(100).noneMatch(said -> said.contains("more"));
    }

    private Path file() {
        return folder.resolve("x.yaml");
    }

    private Experiment read(String yaml) throws IOException {
        return ExperimentFile.read(Files.writeString(file(), yaml), CATALOG, List.of())
                .experiment();
    }

    private ListAssert<String> refused(String yaml) {
        try {
            return refused(Files.writeString(file(), yaml));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static ListAssert<String> refused(Path file) {
        ConfigException refusal = assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ExperimentFile.read(file, CATALOG, List.of()))
                .actual();
        return assertThat(refusal.complaints());
    }
}
