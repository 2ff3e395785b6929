package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A target, a stop or a decision on something that is not measured is refused with what is, before anything is trained. */
class UnmeasurableTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "target: sick, testFraction: 0.25; targets: [{ testAccuracy: 0.8 }];"
                        + "targets: expected a measure of problem data (loss, rmse, r2, testLoss, testRmse, testR2), found testAccuracy.",
                "label: sick; targets: [{ testAuc: 0.5 }];"
                        + "targets: expected a measure of problem data (loss, accuracy, f1, auc), found testAuc,"
                        + " which wants rows that are kept back: testFraction does that.",
                "target: sick; stopAt: { accuracy: 0.5 };"
                        + "stopAt: expected a measure of problem data (loss, rmse, r2), found accuracy.",
                "label: sick; stopAt: 0.5;"
                        + "stopAt: expected a loss such as { loss: 0.5 }, for no floor is known of problem data, found the fraction 0.5.",
                "target: sick; decideBy: accuracy;"
                        + "decideBy: expected a measure of problem data (loss, rmse, r2), found accuracy.",
                "label: sick; decideBy: { stepsTo: 0.5 };"
                        + "decideBy: expected a loss such as { loss: 0.5 }, for no floor is known of problem data, found the fraction 0.5."
            })
    void is_refused(String data, String asked, String message) throws IOException {
        Cli cli = run(data, asked);

        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err().lines()).containsExactly(message);
        assertThat(folder.resolve("results")).doesNotExist();
    }

    /** No floor of a network with a softmax is known, so fractions of the excess over it are nothing to be first at. */
    @Test
    void fractions_of_an_unknown_excess_do_not_decide_and_are_said_not_to_be_told() throws IOException {
        Cli cli = run("label: sick, testFraction: 0.25", "targets: [0.5]");

        assertThat(cli.code()).isZero();
        assertThat(cli.out())
                .contains("sgd is alone")
                .contains("the floor of data is not known: nothing is told of them there.")
                .doesNotContain("No run has an answer");
        assertThat(run("label: sick", "").out()).doesNotContain("the floor of data");
    }

    @Test
    void is_refused_also_where_every_run_is_recorded() throws IOException {
        assertThat(run("target: sick", "targets: [{ loss: 0.5 }]").code()).isZero();

        Cli again = run("target: sick", "targets: [{ testLoss: 0.5 }]");

        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err())
                .contains("expected a measure of problem data (loss, rmse, r2), found testLoss,"
                        + " which wants rows that are kept back: testFraction does that.");
        assertThat(Files.readString(folder.resolve("results/experiment.yaml"))).doesNotContain("testLoss");
    }

    private Cli run(String data, String asked) throws IOException {
        Files.writeString(
                folder.resolve("data.csv"), "a,b,sick\n2,-1,1\n0,0.5,1\n1,1,0\n3,2,0\n-1,1,1\n0.5,3,0\n1,4,1\n2,5,0\n");
        return Cli.experiment(folder, """
                name: asked
                problem: { data: { csv: { file: data.csv, %s } }, network: linear }
                updaters:
                  - sgd: { learningRate: 0.1 }
                seeds: 1
                budget: { steps: 3 }
                %s
                """.formatted(data, asked));
    }
}
