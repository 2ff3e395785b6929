package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A learning rate or a schedule that an updater takes no notice of is said once, before anything is trained. */
class IdleRatesTest {
    private static final String RATE =
            "cocob: its learning rate changes nothing: at a thousandth of it the steps are the same.";
    private static final String SCHEDULE =
            "rprop: its schedule changes nothing: after the first step the learning rate is not looked at.";

    private static final String EXPERIMENT = """
            name: idle
            problem: { name: randn, data: { randn: { rows: 5, features: 2 } }, network: linear }
            updaters:
              - cocob: { learningRate: [0.1, 1] }
              - { rprop: { learningRate: 0.01 }, schedule: [ exponential: { gamma: 0.5 } ] }
              - { torchSgd: { learningRate: 0.01 }, schedule: [ exponential: { gamma: 0.5 } ] }
              - { polyakSgd: { learningRate: 0.01 }, schedule: [ exponential: { gamma: 0.5 } ] }
              - { lbfgs: { learningRate: 0.5 }, schedule: [ exponential: { gamma: 0.5 } ] }
            seeds: 1
            budget: { steps: 3 }
            """;

    @TempDir
    Path folder;

    @Test
    void run_says_it_among_the_notices() {
        Cli ran = Cli.experiment(folder, EXPERIMENT);
        assertThat(ran.code()).isZero();
        assertThat(ran.err().lines()).containsExactly(RATE, SCHEDULE);
        assertThat(Cli.run("run", folder.resolve("experiment.yaml"), "--out", folder.resolve("results"), "--quiet")
                        .err())
                .doesNotContain("changes nothing"); // once
    }

    @Test
    void what_reads_more_than_its_problem_has_is_refused_before_anything_is_trained_and_all_of_it_at_once() {
        Cli ran = Cli.experiment(folder, """
                name: lacking
                problems:
                  - { function: rosenbrock }
                  - { name: net, data: { randn: { rows: 5, features: 2 } }, network: { mlp: { hidden: [3] } } }
                updaters: [ sgd, muon, lamb, polyakSgd, { sophia: { probes: ["+-"] } } ]
                seeds: 1
                budget: { steps: 3 }
                """);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err().lines())
                .containsExactly(
                        "problem rosenbrock: found the updater muon, which reads which numbers form which matrix of which"
                                + " layer; a function of x and y has no layers.",
                        "problem rosenbrock: found the updater lamb, which reads which numbers form which matrix of which"
                                + " layer; a function of x and y has no layers.",
                        "problem net: found the updater polyakSgd, which reads the floor, the least loss possible; it is"
                                + " known for linear regression and for functions alone.",
                        "problem net: sophia.probes: expected 13 signs, + or -, for each, found `+-`.");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void plan_says_it_before_the_runs() throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.yaml"), EXPERIMENT);
        assertThat(Cli.run("plan", file, "--out", folder.resolve("results")).out())
                .startsWith(RATE + System.lineSeparator() + SCHEDULE + System.lineSeparator());
    }
}
