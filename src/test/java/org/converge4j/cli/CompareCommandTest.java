package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final String SMALL = """
            name: small
            problem: { name: randn, data: randn }
            updaters: [{ sgd: { learningRate: 0.01 }, label: plain }, { adam: {}, label: adaptive }]
            seeds: 2
            budget: { steps: 5 }
            """;

    @TempDir
    Path before;

    @TempDir
    Path after;

    @Test
    void a_gate_that_compares_nothing_does_not_pass() {
        Cli compare = compare(SMALL.replace("plain", "plane").replace("adaptive", "moments"));

        assertThat(compare.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(compare.out()).isEmpty();
        assertThat(compare.err())
                .isEqualToIgnoringNewLines("expected trials of one problem and label in both folders, found none: "
                        + before.resolve("results") + " has 2, such as (randn, plain), " + after.resolve("results")
                        + " has 2, such as (randn, plane); randn, plain is near to randn, plane.");
    }

    @Test
    void nor_does_one_that_can_compare_none_of_what_is_in_both() {
        Cli compare = compare(SMALL.replace("steps: 5", "steps: 6"));

        assertThat(compare.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(compare.err())
                .isEqualToIgnoringNewLines(
                        "expected trials that can be compared, found 2, none of which can: the budgets differ.");
    }

    @Test
    void what_is_in_one_folder_alone_is_named_beside_the_verdicts() {
        Cli compare = compare(SMALL.replace("adaptive", "moments"));

        assertThat(compare.code()).isZero();
        assertThat(compare.out().lines())
                .contains("only in the base: randn, adaptive", "only in the new: randn, moments");
    }

    /** Runs {@link #SMALL} and another experiment, and compares them. */
    private Cli compare(String other) {
        assertThat(Cli.experiment(before, SMALL).code()).isZero();
        assertThat(Cli.experiment(after, other).code()).isZero();
        return Cli.run("compare", before.resolve("results"), after.resolve("results"));
    }
}
