package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever changes an experiment after a look at its report is told how many looks there were, and what that does to 5 %. */
class LooksTest {
    @TempDir
    Path folder;

    @Test
    void a_grid_that_was_extended_by_hand_is_another_look() throws IOException {
        assertThat(report("0.01, 0.1", 4, "")).doesNotContain("Look ");
        assertThat(report("0.01, 0.1", 4, "question: Another one?")).doesNotContain("Look ");

        String second =
                "Look 2 at these seeds: they were reported before, as 2 trials on 4 seeds, and then the experiment"
                        + " was changed. Its claims may err in up to 10 %, not 5 %; seeds from 5 on would make it one look.";
        assertThat(report("0.01, 0.1, 0.3", 4, "")).contains(second);
        assertThat(report("0.01, 0.1, 0.3", 4, "")).contains(second);

        assertThat(report("0.01, 0.1, 0.3", 6, ""))
                .contains(
                        "Look 3 at these seeds: they were reported before, as 2 trials on 4 seeds, then as 3 trials on 4"
                                + " seeds, and then");
        assertThat(report("0.01, 0.1", 4, ""))
                .contains("as 3 trials on 4 seeds, then as 3 trials on 6 seeds, and then");
        assertThat(report("0.01, 0.1, 0.3", 4, "decideBy: nothing")).doesNotContain("Look ");
    }

    @Test
    void fresh_seeds_are_no_other_look() throws IOException {
        assertThat(report("0.01, 0.1", 4, "")).doesNotContain("Look ");
        Cli.run("run", folder.resolve("e.yaml"), "--out", out(), "--rates", "0.3");

        assertThat(Files.readString(out().resolve("report.md")))
                .contains("sgd")
                .contains("3 trials × 4 seeds")
                .doesNotContain("Look ");
    }

    @Test
    void that_another_experiments_report_gives_way_is_said() throws IOException {
        report("0.01, 0.1", 4, "");
        String other = Files.readString(folder.resolve("e.yaml")).replaceFirst("name: \\S+", "name: other");
        Path file = Files.writeString(folder.resolve("other.yaml"), other);

        assertThat(Cli.run("run", file, "--out", out(), "--quiet").err())
                .contains(" holds the experiment ")
                .contains(": its runs stay, its report gives way to that of other.");
    }

    @Test
    void looks_that_cannot_be_read_are_named() throws IOException {
        report("0.01, 0.1", 4, "");
        Files.writeString(out().resolve("looks.json"), "{\"all\": [{\"trials\": 3}]}");

        assertThat(Cli.run("report", out()).err()).contains("looks.json: no looks: ");
    }

    private Path out() {
        return folder.resolve("out");
    }

    private String report(String rates, int seeds, String more) throws IOException {
        Path file = Files.writeString(folder.resolve("e.yaml"), """
                name: e
                problem: { name: rows, data: { linear: { rows: 20, features: 3 } }, network: linear }
                updaters:
                  - sgd: { learningRate: [%s] }
                seeds: %d
                budget: { steps: 10 }
                %s
                """.formatted(rates, seeds, more));
        assertThat(Cli.run("run", file, "--out", out(), "--quiet", "--jobs", "1")
                        .code())
                .isZero();
        return Files.readString(out().resolve("report.md"));
    }
}
