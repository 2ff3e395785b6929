package org.converge4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.converge4j.Thorough;
import org.converge4j.catalog.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in an experiment file, it is read, or refused in lines that name the file, within two seconds of a processor. */
class StrangeFileTest {
    private static final int MUTATIONS = Thorough.or(150, 600);
    private static final String HEAD = "name: x\nproblem: { name: randn, data: { randn: {} }, network: linear }\n";
    private static final String SMALL = HEAD + "updaters: [sgd]\nseeds: 2\nbudget: { steps: 3 }\n";
    private final Catalog catalog = Catalog.load(StrangeFileTest.class.getClassLoader());

    @TempDir
    Path folder;

    @Test
    void mutated_experiments_are_read_or_refused() throws IOException {
        List<String> originals = originals();
        Random random = new Random(8);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutant = Mutants.of(originals.get(i % originals.size()).getBytes(StandardCharsets.UTF_8), random);
            refused += isRefused(mutant) ? 1 : 0;
        }
        assertThat(refused).as("mutations that were noticed").isBetween(MUTATIONS / 4, MUTATIONS - 1);
    }

    static Stream<String> bombs() {
        return Stream.of(
                """
                a: &a [x,x,x,x,x,x,x,x,x]
                b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]
                c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]
                d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]
                e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]
                f: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]
                g: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f]
                name: *g
                """,
                "name: &a [*a]\n",
                "[".repeat(100_000),
                "{a: ".repeat(50_000),
                "- ".repeat(50_000),
                "name: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://x\"]]\n",
                "name:\tx\n\t- y\n",
                SMALL + "batch: " + "9".repeat(300_000) + "\n",
                SMALL.replace("seeds: 2", "seeds: 1000000000"),
                SMALL.replace("[sgd]", "[sgd: { learningRate: 1e999 }]"),
                "name: x\0y\n");
    }

    @ParameterizedTest(name = "bomb {index}")
    @MethodSource("bombs")
    void bombs_are_refused(String bomb) throws IOException {
        assertThat(isRefused(bomb.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @Test
    void a_grid_of_a_billion_points_is_refused_with_its_count() throws IOException {
        String thousand = "{ log: [0.001, 0.1], points: 1000 }";
        Path file = Files.writeString(
                folder.resolve("grid.yaml"),
                HEAD + "updaters: [adam: { learningRate: " + thousand + ", beta1: " + thousand + ", beta2: " + thousand
                        + " }]\nseeds: 2\nbudget: { steps: 3 }\n");

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ExperimentFile.read(file, catalog, List.of()))
                .satisfies(refusal -> assertThat(refusal.complaints())
                        .singleElement()
                        .asString()
                        .contains("grid.yaml:3:", "expected a grid of at most 100000 points, found 1000000000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../x", "/etc/x", "CON", "nul.txt", "a\\nb", "a\\u202eb", "a\\e[31mb", ".", "x.", "\\0", ""})
    void names_that_are_no_plain_file_names_are_refused(String name) throws IOException {
        assertThat(isRefused(SMALL.replace("name: x", "name: \"" + name.replace("\\0", "\\x00") + "\"")
                        .getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(isRefused(
                        SMALL.replace("name: x", "name: " + "x".repeat(300)).getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\nb", "a\\u202eb", "a\\e[31mb", "\\x00", "  "})
    void labels_that_could_trip_a_terminal_are_refused(String label) throws IOException {
        String file = SMALL.replace("[sgd]", "[{ sgd: {}, label: \"" + label + "\" }]");

        assertThat(isRefused(file.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u202eb", "a\\e[31mb", "\\x00", "a\\tb"})
    void questions_that_could_trip_a_terminal_are_refused(String question) throws IOException {
        assertThat(isRefused(("question: \"" + question + "\"\n" + SMALL).getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Test
    void a_question_on_several_lines_is_one_sentence() throws IOException {
        Path file = Files.writeString(folder.resolve("long.yaml"), "question: |\n  Which is\n  best?\n" + SMALL);

        assertThat(ExperimentFile.read(file, catalog, List.of()).experiment().question())
                .isEqualTo("Which is best?");
    }

    @Test
    void a_file_of_100_megabytes_and_text_that_is_not_utf_8_are_refused() throws IOException {
        assertThat(isRefused(new byte[100 << 20])).isTrue();
        assertThat(isRefused(SMALL.getBytes(StandardCharsets.UTF_16))).isTrue();
        assertThat(isRefused("name: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isTrue();
    }

    @Test
    void a_device_without_end_is_refused() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ExperimentFile.read(Path.of("/dev/zero"), catalog, List.of()))
                .withMessageContaining("found a pipe, a socket or a device");
    }

    private boolean isRefused(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("strange.yaml"), bytes);
        boolean[] refused = {false};
        Within.twoSeconds(() -> {
            try {
                ExperimentFile.read(file, catalog, List.of());
            } catch (ConfigException refusal) {
                assertThat(refusal.complaints())
                        .isNotEmpty()
                        .allMatch(line -> line.startsWith(file.toString()))
                        .noneMatch(line -> line.codePoints().anyMatch(Character::isISOControl));
                refused[0] = true;
            }
        });
        return refused[0];
    }

    private static List<String> originals() throws IOException {
        return List.of(
                SMALL,
                Files.readString(Path.of("configs/article.yaml")),
                HEAD + "updaters: [{ adam: { learningRate: { log: [0.001, 1], points: 4 } }, label: a }, nesterovs]\n"
                        + "seeds: [3, 1, 2]\nbudget: { epochs: 3 }\nbatch: 2\ntargets: [0.1, { loss: 0.2 }]\nrecord: log\n");
    }
}
