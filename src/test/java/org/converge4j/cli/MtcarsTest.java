package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped mtcars experiment shows what its comment says. */
class MtcarsTest {
    @TempDir
    Path results;

    @Test
    void raw_columns_defeat_gradient_descent_and_not_adam() {
        Cli cli = Cli.run(
                "run",
                "configs/mtcars.yaml",
                "--out",
                results,
                "--quiet",
                "--set",
                "seeds=2",
                "--set",
                "budget.steps=60");

        assertThat(cli.err()).isEmpty();
        assertThat(cli.code()).isZero();
        List<RunRecord> runs = new ArrayList<>();
        new RecordStore(results).readAll(runs::add, damaged -> {
            throw new AssertionError(damaged);
        });
        assertThat(runs).hasSize(12).allSatisfy(run -> {
            boolean raw = run.spec().trial().problem().name().equals("raw-columns");
            boolean adam = run.spec().trial().label().equals("adam");
            // R: sum(resid(lm(mpg ~ ., mtcars))^2) = 147.4944; var(mtcars$mpg) = 36.3241
            double floor = raw ? 4.609201 : 147.4944 / 32 / 36.3241;
            assertThat(run.facts().floor().orElseThrow()).isCloseTo(floor, within(1e-6));
            assertThat(run.outcome()).isEqualTo(raw && !adam ? Outcome.DIVERGED : Outcome.BUDGET_SPENT);
            if (raw && !adam) {
                assertThat(run.steps()).isBetween(1, 10);
                assertThat(run.curve().last()).isGreaterThan(1e6 * run.curve().first());
            } else {
                assertThat(run.curve().size()).isEqualTo(61);
                assertThat(run.curve().last()).isLessThan(run.curve().first());
            }
        });
        assertThat(cli.out()).contains("100 %, at step 2");
    }
}
