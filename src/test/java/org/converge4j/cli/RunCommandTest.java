package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user of {@code run} relies on. */
class RunCommandTest {
    private static final String SMALL = """
            name: small
            problem: { name: randn, data: { randn: { rows: 5, features: 10 } }, network: linear }
            updaters: [sgd, momentum, { adam: { learningRate: [0.001, 0.01] } }]
            seeds: 3
            budget: { steps: 40 }
            """;

    private static final List<String> REPORTS =
            List.of("curves.csv", "metrics.csv", "summary.csv", "report.html", "report.md");

    @TempDir
    Path folder;

    @TempDir
    Path other;

    @Test
    void the_same_command_gives_the_same_bytes_whatever_the_number_of_jobs() throws IOException {
        assertThat(Cli.experiment(folder, SMALL, "--jobs", 1).code()).isZero();
        assertThat(Cli.experiment(other, SMALL, "--jobs", 2).code()).isZero();

        assertThat(other.resolve("results/curves.csv")).hasSameBinaryContentAs(folder.resolve("results/curves.csv"));
        assertThat(Files.readAllLines(folder.resolve("results/curves.csv")))
                .hasSize(1 + 4 * 3 * 41)
                .startsWith("problem,updater,label,learning_rate,seed,step,loss");
    }

    @Test
    void a_second_run_trains_nothing_and_says_so() throws IOException {
        Cli.experiment(folder, SMALL);
        String first = fingerprint();

        Cli again = Cli.experiment(folder, SMALL);

        assertThat(again.code()).isZero();
        assertThat(again.err()).contains("All 12 runs are recorded").contains("nothing was trained");
        assertThat(fingerprint()).isEqualTo(first);
    }

    @Test
    void report_writes_from_the_files_what_run_wrote_from_what_its_workers_sent() throws IOException {
        Cli.experiment(folder, SMALL);
        Path results = folder.resolve("results");
        for (String name : REPORTS) {
            Files.copy(results.resolve(name), other.resolve(name));
            Files.delete(results.resolve(name));
        }

        assertThat(Cli.run("report", results).code()).isZero();

        for (String name : REPORTS) {
            assertThat(results.resolve(name)).hasSameBinaryContentAs(other.resolve(name));
        }
    }

    @Test
    void the_resolved_experiment_has_the_same_runs() {
        Cli.experiment(folder, SMALL);

        Cli plan = Cli.run("plan", folder.resolve("results/experiment.yaml"), "--out", folder.resolve("results"));

        assertThat(plan.code()).isZero();
        assertThat(plan.out()).contains("12 runs, 12 recorded").contains("0 to do");
    }

    @Test
    void every_trial_of_a_seed_starts_from_the_same_loss() throws IOException {
        Cli.experiment(folder, SMALL);

        Stream<String> starts = Files.readAllLines(folder.resolve("results/curves.csv")).stream()
                .filter(line -> line.matches(".*,2,0,[^,]*"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1));

        assertThat(starts.distinct()).hasSize(1);
    }

    @Test
    void what_a_report_says_to_type_names_the_folder_that_it_is_about() {
        Cli.experiment(folder, SMALL);

        assertThat(folder.resolve("results/report.md"))
                .content()
                .contains("./converge run results/experiment.yaml --out results")
                .contains("./converge report results");
    }

    @Test
    void a_test_part_that_chose_and_judges_is_said_to_and_drawn_by_learning_rate() throws IOException {
        Cli.experiment(folder, """
                name: tested
                problem: { data: iris, network: { mlp: { hidden: [2] } } }
                updaters: [{ sgd: { learningRate: [0.1, 0.3] } }, { adam: { learningRate: [0.01, 0.03] } }]
                seeds: 2
                tuning: { seeds: 1 }
                budget: { steps: 4 }
                """);

        assertThat(folder.resolve("results/report.md"))
                .content()
                .contains("The test part is the same for choosing and for reporting");
        assertThat(folder.resolve("results/report.html")).content().contains("\"reaching\":[{\"updater\":");
    }

    @Test
    void an_override_changes_one_setting() throws IOException {
        Cli.experiment(folder, SMALL, "--set", "updaters[2].learningRate=0.5", "--set", "seeds=1");

        assertThat(Files.readAllLines(folder.resolve("results/summary.csv")))
                .filteredOn(line -> line.startsWith("randn,adam"))
                .singleElement()
                .asString()
                .startsWith("randn,adam,adam,0.5,");
    }

    private String fingerprint() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("results/runs"))) {
            return runs.sorted(Comparator.naturalOrder())
                    .map(file -> file + "@" + file.toFile().lastModified())
                    .toList()
                    .toString();
        }
    }
}
