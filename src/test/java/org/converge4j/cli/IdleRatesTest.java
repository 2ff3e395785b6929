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
    void plan_says_it_before_the_runs() throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.yaml"), EXPERIMENT);
        assertThat(Cli.run("plan", file, "--out", folder.resolve("results")).out())
                .startsWith(RATE + System.lineSeparator() + SCHEDULE + System.lineSeparator());
    }
}
