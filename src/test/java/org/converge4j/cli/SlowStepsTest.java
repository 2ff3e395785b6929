package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where DL4J itself computes a network's steps, which takes many times as long, that is said before one waits for them, and why. */
class SlowStepsTest {
    private static final String SLOW =
            "steps: DL4J itself computes the network's steps, which takes longer: sequences of different lengths";

    @TempDir
    Path folder;

    @Test
    void sequences_of_different_lengths_are_left_to_dl4j() throws IOException {
        Cli ran = run("p,1,a\np,3,b\nq,5,b\n");

        assertThat(ran.err().lines()).contains(SLOW);
        assertThat(folder.resolve("results/report.md"))
                .content()
                .contains("passes: by DL4J: sequences of different lengths");
        assertThat(Cli.run("plan", folder.resolve("experiment.yaml"), "--out", folder.resolve("planned"))
                        .out()
                        .lines())
                .contains(SLOW);
    }

    @Test
    void those_of_one_length_are_not() throws IOException {
        Cli ran = run("p,1,a\np,3,b\nq,5,b\nq,2,a\n");

        assertThat(ran.err()).doesNotContain("DL4J itself");
        assertThat(folder.resolve("results/report.md")).content().contains("passes: by the layer engine");
    }

    private Cli run(String rows) throws IOException {
        StepLabels.write(folder, rows);
        Cli ran = Cli.experiment(folder, StepLabels.EXPERIMENT);
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }
}
