package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small experiments whose numbers are easily misread: what is said of them, from file to sentence. The files lie in {@code verdicts};
 * imported curves were made with the ratios that the comments name.
 */
class VerdictsTest {
    private static final Path FILES = Path.of("src/test/resources/verdicts");

    @TempDir
    Path results;

    @Test
    void curves_from_elsewhere_are_held_to_the_same_rules() {
        run("imported"); // a run that diverges
        // lower on 10 of 11 seeds; SciPy 1.17.1: wilcoxon(log(A / B)).pvalue is 0.0420, for which one problem has 85 %
        // of 5 %
        assertThat(with("n2"))
                .contains(
                        "**B (imported), by a small margin. After 40 steps its loss is 1.02 times lower than A (imported)'s, on 10 of 11 seeds.**")
                .contains(
                        "B (imported) is best on p0 by final excess, lower than A (imported), the next, on 10 of 11 seeds")
                .contains("(95 % interval 1.01 to 1.05 times, p = 0.049)");
        // nine updaters, each ten times the next on ten seeds
        assertThat(with("n5"))
                .contains(
                        "U0 (imported) is best on p0 by final excess, lower than U1 (imported), the next, on 10 of 10 seeds:"
                                + " U1 (imported)'s is 10 times as high (");
        // a curve that ends at 10¹⁵ has diverged by the rule for our own
        assertThat(with("n7")).contains("Every updater diverges on every seed.");
    }

    @Test
    void half_of_the_seeds_are_counted_not_called_most() {
        run("n10");

        assertThat(with("n10"))
                .contains("these diverged: B (imported) on 5 of 10 seeds.")
                .doesNotContain("most seeds");
    }

    @Test
    void what_fits_to_rounding_is_not_equal_to_what_is_far_from_it() {
        // in float, 1 on rows of about 1000 is resolved to about (1000 · 2⁻²⁴ · 4)² = 6e-8 and more
        assertThat(run("offtie"))
                .contains(
                        "solves is best on offset by final excess, lower than slow4, the next, on 10 of 10 seeds: slow4's is at least ")
                .containsPattern("solves \\| 0\\.3 \\| solved \\(below \\S+\\) \\| solved \\(below \\S+\\)");
    }

    @Test
    void equal_runs_are_one_seed() {
        assertThat(run("jit"))
                .contains("The 10 seeds of rosen give one curve only for each updater: they count as one seed.")
                .contains(
                        "1 seed cannot show any difference; 12 different ones can, even if one of them goes the other way.")
                .doesNotContain("p = ");
    }

    @Test
    void two_updaters_on_four_problems_may_be_chance() {
        // the same order four times of 2⁴: exact p = 2/16
        assertThat(run("fr4"))
                .contains("so few problems and updaters cannot show more than chance (p = 0.13)")
                .contains("It cannot be told whether sgd or adam is best on p0, p1, p2 and p3."
                        + " 2 seeds cannot show any difference; 15 can, even if one of them goes the other way.");
    }

    @Test
    void a_difference_of_a_millionth_is_none() {
        // η and (1 + 10⁻⁶) η
        assertThat(run("tiny"))
                .contains("b and a are alike by final excess: they differ by less than 1 %.")
                .doesNotContain("1 to 1 times", "p = ");
    }

    @Test
    void where_runs_stop_at_a_target_steps_are_the_outcome() {
        assertThat(run("stop2"))
                .contains("What decides on iris: steps to a loss of 0.3, for runs stop there (stopAt)")
                .contains("signum is first to a loss of 0.3 on iris, ahead of sgd-half, the next, on 10 of 10 seeds")
                .doesNotContain("training loss than");
    }

    @Test
    void the_test_part_decides_and_is_shown() throws IOException {
        assertThat(run("overfit"))
                .contains("sgd is best on overfit by final test loss, lower than adam on 8 of 8 seeds")
                .contains(
                        "training set and test part disagree: adam ends with a lower training loss than sgd on 8 of 8 seeds,"
                                + " but does worse on the test part on 8 of 8")
                .contains("final test loss |");
        assertThat(Files.readString(results.resolve("summary.csv"))).containsIgnoringCase("test");
        assertThat(Files.readString(results.resolve("metrics.csv"))).contains("testLoss");
    }

    @Test
    void nobody_wins_where_all_diverge() {
        // gradient descent on price by size diverges from 2/λmax = 0.00693 on: R, 2 / max(eigen(2 * crossprod(X) /
        // 20)$values)
        assertThat(run("alldiv"))
                .contains(
                        "sgd diverges on alldiv on every seed at every learning rate of its grid, as theory says of every rate from"
                                + " 0.00693 on.")
                .contains("--rates 3.47e-4,0.0011,0.00347")
                .doesNotContain("did best", "at the edge", "in DL4J, ");
    }

    /** The report with imported curves beside. */
    private String with(String csv) {
        return report("report", results, "--import", FILES.resolve(csv + ".csv"));
    }

    private String run(String name) {
        return report("run", FILES.resolve(name + ".yaml"), "--out", results, "--quiet");
    }

    private String report(Object... command) {
        Cli cli = Cli.run(command);
        assertThat(cli.code()).as(cli.err()).isZero();
        try {
            return Files.readString(results.resolve("report.md"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
