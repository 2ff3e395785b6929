package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.converge4j.result.Released;
import org.converge4j.result.store.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers are the same again, whatever the circumstances; gradient descent forgets where it started by an ulp, or never saw it. */
class AuditCommandTest {
    private static final String KEY_OF_SGD = "063062d59d6fb52df990";

    @TempDir
    Path folder;

    @Test
    void gradient_descent_is_equal_in_every_bit_and_drifts_by_rounding_alone() throws IOException {
        Path results = Released.copyTo(folder.resolve("results"));
        Path java = Path.of(System.getProperty("java.home"));

        Cli audit = Cli.run(
                "audit",
                results.resolve("experiment.yaml"),
                "--out",
                results,
                "--set",
                "budget.steps=200",
                "--trial",
                "sgd learningRate=0.1",
                "--java",
                java);

        assertThat(audit.code()).as(audit.err()).isZero();
        assertThat(audit.out()).startsWith("randn  sgd learningRate=0.1").doesNotContain("adam");
        assertThat(audit.out()
                        .lines()
                        .filter(line -> !line.contains("kernel"))
                        .filter(line -> line.endsWith("equal in every bit")))
                .hasSize(5)
                .anyMatch(line -> line.contains("on " + java));
        assertThat(audit.out().lines().filter(line -> line.contains("kernel of"))) // which a stack does without
                .allMatch(line -> line.endsWith("equal in every bit"));
        assertThat(audit.out().lines().filter(line -> line.contains("one unit in the last place")))
                .singleElement()
                .asString()
                .contains("differs from step ");
        assertThat(new Results(results).measurements(damage -> {}).values())
                .filteredOn(measurement -> measurement.horizon().isPresent())
                .singleElement()
                .satisfies(measurement -> assertThat(measurement.trial()).isEqualTo(KEY_OF_SGD));
    }

    @Test
    void a_trial_or_a_java_that_is_not_there_is_refused() throws IOException {
        Path file = Released.copyTo(folder).resolve("experiment.yaml");

        assertThat(Cli.run("audit", file, "--trial", "adma"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT))
                .satisfies(refused -> assertThat(refused.err())
                        .startsWith(
                                "--trial: unknown trial `adma`, expected one of sgd learningRate=0.1, sgd learningRate=100.0, "
                                        + "adam. Did you mean adam?"));
        Path empty = Files.createDirectory(folder.resolve("jdk"));
        assertThat(Cli.run("audit", file, "--java", empty).err())
                .startsWith("--java: expected the folder of a JDK, found no Java at " + empty.resolve("bin/java"));
    }
}
