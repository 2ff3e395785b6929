package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.converge4j.Thorough;
import org.converge4j.analysis.Comparison;
import org.converge4j.api.Comparisons;
import org.converge4j.config.Mutants;
import org.converge4j.experiment.Experiment;
import org.converge4j.report.text.TerminalReport;
import org.converge4j.result.JsonMutants;
import org.converge4j.result.Released;
import org.converge4j.result.store.DamagedRecordException;
import org.converge4j.result.store.Results;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever lies among the records, with a right checksum or without, is reported on or left out by name. */
class StrangeRecordTest {
    private static final int FOLDERS = Thorough.or(15, 60);

    /** Of each of the two files, half by structure and half by byte. */
    private static final int MUTATIONS = Thorough.or(150, 600);

    private static final int REPORTS = 3;

    /** A value of a JSON object. */
    private static final Pattern VALUE = Pattern.compile("(?<=[:,\\[])(-?[0-9][0-9.E-]*|\"[^\"]*\"|null)(?=[,}\\]])");

    private static final List<String> SPLINTERS = List.of(
            "null",
            "-1",
            "0",
            "1e999",
            "-0.0",
            "99999999999",
            "0.5",
            "\"\"",
            "\"x\"",
            "\"\\u202e\\u001b[31m\"",
            "\"../../x\"",
            "\"<script>alert(1)</script>\"",
            "[]",
            "{}",
            "true",
            "2147483647");

    /** What the library that reads JSON, and Java, would call things. */
    private static final Pattern FOREIGN = Pattern.compile(
            "(?i)jackson|deserializ|creator|coerce|unrecogni[sz]ed|\\[source|reference chain|exception|token|START_|java\\.|"
                    + "org\\.converge|unexpected|out of range|cannot invoke|invalid|do not fit together");

    @TempDir
    Path folder;

    private final Random random = new Random(88);

    @BeforeEach
    void copy() throws IOException {
        Released.copyTo(folder);
    }

    @Test
    void mutated_records_are_reported_on_or_left_out() throws IOException {
        Experiment experiment = new Results(Released.FOLDER).experiment();
        int leftOut = 0;
        int kept = 0;
        for (int i = 0; i < FOLDERS; i++) {
            mutateAll();
            Comparison comparison = Comparisons.of(experiment, new Results(folder));
            assertThat(comparison.damaged()).allSatisfy(StrangeRecordTest::isOnePrintableLine);
            leftOut += comparison.damaged().size();
            kept += 9 - comparison.missing();
            if (i < REPORTS) {
                Cli report = Cli.run("report", folder);
                assertThat(report.code()).as(report.err()).isZero();
                assertThat(report.err().lines()).allMatch(line -> line.startsWith("left out: "));
                assertThat(Files.readString(folder.resolve("report.html"))).doesNotContain("<script>alert");
            }
        }
        assertThat(leftOut).isGreaterThan(FOLDERS * 10 / 3);
        assertThat(kept).as("mutated, with a right checksum, and read").isGreaterThan(FOLDERS * 5 / 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"experiment.json", "measurements.json"})
    void a_strange_description_or_strange_measurements_are_one_line_or_none(String name) throws IOException {
        String whole = Files.readString(Released.SENT.resolve(name));
        Released.copyTo(Released.SENT, folder.resolve("sent"));
        Results results = new Results(folder.resolve("sent"));
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String mutant = i % 2 == 0
                    ? JsonMutants.of(whole, random)
                    : new String(Mutants.of(whole.getBytes(StandardCharsets.UTF_8), random), StandardCharsets.UTF_8);
            Files.writeString(results.folder().resolve(name), mutant);
            refused += refusals(results, name, mutant).size();
        }
        assertThat(refused).isBetween(MUTATIONS / 3, MUTATIONS - 1);
    }

    /** The lines about a file, each of which names it; whatever was read can be reported on. */
    private List<String> refusals(Results results, String name, String mutant) {
        try {
            Comparison comparison = Comparisons.of(results.experiment(), results);
            assertThat(comparison.damaged()).allSatisfy(line -> {
                isOnePrintableLine(line);
                assertThat(line).startsWith(name + ": ");
            });
            TerminalReport shown = new TerminalReport(comparison);
            assertThat(shown.answer() + shown.parts(80, text -> text)).doesNotContain("NaN");
            assertThat(shown.answer() + shown.parts(80, text -> text) + shown.notes())
                    .doesNotContain("\u001b", "\u202e"); // these quote the file
            return comparison.damaged();
        } catch (DamagedRecordException damaged) {
            isOnePrintableLine(String.valueOf(damaged.getMessage()));
            assertThat(damaged).hasMessageContaining(name + ": ");
            return List.of(name);
        } catch (RuntimeException mistake) {
            throw new AssertionError(mutant, mistake);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            experiment.json   | null                     | expected an object, found null
            experiment.json   | []                       | expected an object, found a list
            experiment.json   | {"trials":[null]}        | trials[0]: expected an object, found null
            experiment.json   | {"trials":[{}]}          | trials[0].label: missing, expected a text
            experiment.json   | {"name":7}               | name: expected a text, found `7`
            experiment.json   | {"targets":[{"kind":"X"}]} | targets[0].kind: expected one of FRACTION, LOSS, METRIC, found `X`
            experiment.json   | {                        | line 1, column 2: expected JSON, found its end
            experiment.json   | {"name"="x"}             | line 1, column 8: expected JSON, found `="x"}`
            measurements.json | null                     | expected a list, found null
            measurements.json | [null]                   | [0]: expected an object, found null
            measurements.json | [] []                    | line 1, column 4: expected the end, found a list
            measurements.json | {"trial":"x"}            | expected a list, found an object
            measurements.json | [{"trial":null}]         | [0].trial: expected a text, found null
            measurements.json | [{"trial":"x","stateBytesPerParameter":-1}] | [0]: the state of an updater: expected a number at least 0.0, found -1.0
            """)
    void damage_is_said_in_one_line_that_names_the_file(String name, String content, String why) throws IOException {
        Files.writeString(folder.resolve(name), content);

        Cli report = Cli.run("report", folder);

        assertThat(report.code()).isEqualTo(name.equals("experiment.json") ? ExitCode.WRONG_INPUT : ExitCode.DONE);
        assertThat(report.err()).hasLineCount(1).contains(name + ": ", why);
    }

    private void mutateAll() throws IOException {
        for (Path file : Released.files()) {
            String whole = Released.text(file);
            String mutant = random.nextInt(3) == 0
                    ? new String(Mutants.of(whole.getBytes(StandardCharsets.UTF_8), random), StandardCharsets.UTF_8)
                    : Released.sealed(strange(Released.unsealed(whole)));
            Files.writeString(folder.resolve("runs").resolve(file.getFileName().toString()), mutant);
        }
    }

    /** Another value in place of one or two. */
    private String strange(String json) {
        String text = json;
        for (int i = random.nextInt(2); i >= 0; i--) {
            List<Integer> starts = new ArrayList<>();
            Matcher value = VALUE.matcher(text);
            while (value.find()) {
                starts.add(value.start());
            }
            value.find(starts.get(random.nextInt(starts.size())));
            text = text.substring(0, value.start())
                    + SPLINTERS.get(random.nextInt(SPLINTERS.size()))
                    + text.substring(value.end());
        }
        return text;
    }

    private static void isOnePrintableLine(String line) {
        assertThat(line).doesNotContain("mistake of its own").hasSizeLessThan(1000);
        assertThat(line.replaceAll("`[^`]*`", "what was found")).doesNotContainPattern(FOREIGN);
        assertThat(line).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    }
}
