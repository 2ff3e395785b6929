package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.converge4j.result.Evaluations;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step of sharpness-aware minimisation takes two gradients: counted, shown, and compared as two. */
class EvaluationsTest {
    private static final String EXPERIMENT = """
            name: even
            problem: { name: randn, data: { randn: { rows: 5, features: 2 } }, network: linear }
            updaters:
              - torchSgd: { learningRate: 0.1 }
              - { torchSgd: { learningRate: 0.1 }, around: [sam: { rho: 0.001 }], label: sam }
              - { torchSgd: { learningRate: 0.1 }, around: [ema: { decay: 0.5 }], label: averaged }
            seeds: 1
            targets: [0.5, 0.1]
            budget: { steps: 20 }
            """;

    @TempDir
    Path folder;

    private final Map<String, RunRecord> runs = new HashMap<>();

    private void train(String more) {
        Cli cli = Cli.experiment(folder, EXPERIMENT + more);
        assertThat(cli.err()).isEmpty();
        assertThat(cli.code()).isZero();
        new RecordStore(folder.resolve("results"))
                .readAll(run -> runs.put(run.spec().trial().label(), run), damaged -> {
                    throw new AssertionError(damaged);
                });
    }

    private RunRecord run(String label) {
        return Objects.requireNonNull(runs.get(label));
    }

    @Test
    void gradients_are_counted_and_compared() throws IOException {
        train("");
        assertThat(run("sam").evaluations()).contains(new Evaluations(40, 0));
        assertThat(run("torchSgd").evaluations()).isEmpty();
        String report = Files.readString(folder.resolve("results/report.md"));
        assertThat(report)
                .contains(
                        "excess after 20 gradients",
                        "gradients a step",
                        "sam 2.0; all are compared after as many gradients, 20 each");
        double floor = run("sam").facts().floor().orElseThrow();
        double afterTen = run("sam").curve().loss(10) - floor; // 20 gradients
        assertThat(row(report, "sam").get(3))
                .isEqualTo(String.format(Locale.ROOT, "%.3g", afterTen).replaceFirst("0+$", ""));
        String budgets = report.substring(report.indexOf("What smaller budgets"));
        assertThat(row(budgets, "sam").get(1)).isEqualTo("–"); // its first step is two gradients
        assertThat(row(budgets, "sam").get(3)).startsWith(row(report, "sam").get(3));
        assertThat(report)
                .contains(
                        "| updater | 1 gradient | 10 gradients | 20 gradients |",
                        "How good the networks are after 20 gradients");
        List<CSVRecord> summary = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .get()
                .parse(Files.newBufferedReader(folder.resolve("results/summary.csv")))
                .getRecords();
        assertThat(summary).extracting(line -> line.get("gradients_per_step")).containsExactly("1.0", "2.0", "1.0");
    }

    /** On a bowl the search takes the first length that it tries, at a second gradient's price: other steps than without, for nothing. */
    @Test
    void equal_curves_at_another_price_are_two_rules() throws IOException {
        Cli cli = Cli.experiment(folder, """
                name: priced
                problem: { name: randn, data: { randn: { rows: 5, features: 10 } }, network: linear }
                updaters:
                  - { lbfgs: { search: true }, label: searching }
                  - { lbfgs: { search: false }, label: plain }
                seeds: 1
                budget: { steps: 10 }
                """);
        assertThat(cli.err()).isEmpty();
        new RecordStore(folder.resolve("results"))
                .readAll(run -> runs.put(run.spec().trial().label(), run), damaged -> {
                    throw new AssertionError(damaged);
                });
        assertThat(run("searching").curve()).isEqualTo(run("plain").curve());
        assertThat(Files.readString(folder.resolve("results/report.md")))
                .contains("searching 2.0")
                .doesNotContain("one rule");
    }

    @Test
    void an_experiment_that_says_what_decides_is_compared_as_it_says() throws IOException {
        train("decideBy: finalLoss");
        assertThat(Files.readString(folder.resolve("results/report.md")))
                .contains("final excess", "compared step by step nevertheless")
                .doesNotContain("excess after 20 gradients");
    }

    @Test
    void an_average_has_two_curves_and_is_measured_by_its_own() throws IOException {
        train("");
        RunRecord plain = run("torchSgd");
        RunRecord averaged = run("averaged");
        assertThat(averaged.stepped()).contains(plain.curve()); // averaging changes no step
        double[] mean = plain.parameters().stream().mapToDouble(p -> p).toArray();
        assertThat(averaged.parameters()).doesNotContain(mean[0]);
        assertThat(averaged.curve().last()).isGreaterThan(plain.curve().last()); // it lags behind
        assertThat(Files.readString(folder.resolve("results/report.html"))).contains("\"stepped\":{");
    }

    private static List<String> row(String report, String updater) {
        return report.lines()
                .filter(line -> line.contains("| " + updater + " |"))
                .findFirst()
                .map(line -> List.of(line.substring(2).split(" \\| ", -1)))
                .orElseThrow();
    }
}
