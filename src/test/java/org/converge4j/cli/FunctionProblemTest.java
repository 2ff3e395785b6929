package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions as problems, and what a report of them leaves. */
class FunctionProblemTest {
    private static final String VALLEY = """
            name: valley
            problems:
              - { function: rosenbrock, start: { values: [-1.2, 1] } }
              - { name: rows, data: randn }
            updaters: [ { sgd: { learningRate: 0.001 } }, adam ]
            seeds: 2
            budget: { steps: 20 }
            """;

    @TempDir
    static Path folder;

    @TempDir
    Path other;

    private static Cli ran;

    @BeforeAll
    static void run() {
        ran = Cli.experiment(folder, VALLEY, "--tensorboard");
    }

    @Test
    void a_function_is_trained_followed_and_drawn_and_rows_have_a_winner_in_dl4j() throws IOException {
        assertThat(ran.code()).as(ran.err()).isZero();

        Path results = folder.resolve("results");
        assertThat(Files.readAllLines(results.resolve("curves.csv")))
                .contains("rosenbrock,adam,adam,0.001,1,0,24.199999999999996"); // f(−1.2, 1) = 24.2
        assertThat(Files.readString(results.resolve("report.html")))
                .contains("\"landscape\":{\"equation\":[\"f = (1 − x)² + 100 (y − x²)²\"]")
                .contains("second stiffest direction");
        assertThat(results.resolve("winner/rows/Winner.java")).content().contains("OutputLayer");
        assertThat(results.resolve("winner/rows/configuration.json")).content().contains("\"iupdater\"");
        assertThat(results.resolve("winner/rosenbrock")).doesNotExist();
        assertThat(results.resolve("tensorboard/rosenbrock/adam/seed-2/events.out.tfevents.0.converge4j"))
                .isNotEmptyFile();
        Cli plan = Cli.run("plan", results.resolve("experiment.yaml"), "--out", results);
        assertThat(plan.out()).contains("0 to do");
    }

    @Test
    void a_report_of_a_folder_that_is_still_being_filled_says_what_is_missing() throws IOException {
        FileUtils.copyDirectory(folder.resolve("results").toFile(), other.toFile());
        try (Stream<Path> runs = Files.list(other.resolve("runs"))) {
            for (Path run : runs.sorted().limit(3).toList()) {
                Files.delete(run);
            }
        }

        Cli report = Cli.run("report", other);

        assertThat(report.code()).isZero();
        assertThat(report.err()).contains("3 planned runs have no record");
        assertThat(other.resolve("report.html")).content().contains("3 runs of 8 are not recorded yet");
        assertThat(other.resolve("report.md")).content().contains("3 runs of 8 are not recorded yet");
    }

    @Test
    void a_function_that_is_none_is_refused_with_the_nearest_name() {
        Cli wrong = Cli.experiment(other, VALLEY.replace("function: rosenbrock", "function: rosenbrok"));

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("unknown function `rosenbrok`").contains("Did you mean rosenbrock?");
    }

    @Test
    void a_function_has_no_data() {
        Cli wrong =
                Cli.experiment(other, VALLEY.replace("function: rosenbrock,", "function: rosenbrock, data: randn,"));

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("data");
    }
}
