package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search along a line that finds no lower place ends in time, and the record, the terminal and the report say how. */
class FailedSearchTest {
    /** Without a tolerance, lbfgs searches on where 32 bits end; DL4J's own stands still after a few steps. */
    private static final String EXPERIMENT = """
            name: stuck
            problem: { name: randn, data: { randn: { rows: 20, features: 4 } }, network: linear }
            updaters: [ { lbfgs: { gradientTolerance: 0, changeTolerance: 0 } }, dl4jLbfgs, { torchSgd: { learningRate: 0.01 } } ]
            precision: float
            seeds: 2
            budget: { steps: 60 }
            """;

    @TempDir
    Path folder;

    @Test
    void a_run_whose_search_fails_ends_with_its_last_point_and_says_so() throws IOException {
        Cli ran = Cli.experiment(folder, EXPERIMENT);
        assertThat(ran.code()).as(ran.err()).isZero();
        List<RunRecord> runs = new ArrayList<>();
        new RecordStore(folder.resolve("results")).readAll(runs::add, damaged -> {
            throw new AssertionError(damaged);
        });
        for (RunRecord run : runs) {
            assertThat(run.outcome()).isEqualTo(Outcome.BUDGET_SPENT);
            assertThat(run.steps()).isEqualTo(60);
            String updater = run.spec().trial().updater().variant();
            if (updater.equals("torchSgd")) {
                assertThat(run.reason()).isEmpty();
            } else {
                assertThat(run.reason())
                        .as(updater)
                        .matches("the search along the line found no lower place in \\d+ steps?; it ends with its last"
                                + " point");
                assertThat(run.curve().last()).isEqualTo(run.curve().loss(59)); // it stands where it stood
            }
        }
        String said = "lbfgs on randn: a search failed in 2 of 2 runs. Seed 1: the search along the line found no lower"
                + " place in";
        assertThat(ran.out()).contains(said, "dl4jLbfgs on randn: a search failed in 2 of 2 runs.");
        assertThat(Files.readString(folder.resolve("results/report.md"))).contains(said);
    }
}
