package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A grid over a setting besides the learning rate: what plan, terminal and report say of it. */
class GridsTest {
    @TempDir
    Path folder;

    @Test
    void its_values_compete_unless_the_file_has_one_chosen() throws IOException {
        Path competing = write("");
        String rivals = "momentum β = 0, momentum β = 0.5 and momentum β = 0.9 compete as updaters of their own";
        assertThat(Cli.run("plan", competing).out())
                .contains("Only learning rates are chosen; " + rivals + " (tuning: { settings: [beta] } would choose)");
        Cli compared = Cli.run("run", competing, "--out", folder.resolve("out"));
        assertThat(compared.out())
                .contains("Only learning rates were chosen; " + rivals.replace("compete", "competed") + ".");
        assertThat(report()).contains("| momentum β = 0.5 |").contains(rivals.replace("compete", "competed"));
        String curves = Files.readString(folder.resolve("out/curves.csv"));

        Path tuned = write("tuning: { settings: beta }");
        assertThat(Cli.run("plan", tuned, "--out", folder.resolve("out")).out())
                .contains("Learning rates and beta are chosen for each updater")
                .contains("0 to do");
        assertThat(Cli.run("run", tuned, "--out", folder.resolve("out")).out())
                .contains("Learning rates and beta were chosen for each updater.");
        // theory: of the rates, one converges fastest with beta 0.9, an end of its grid
        assertThat(report())
                .contains("tried at the same number of choices of settings (momentum 6, sgd 2)")
                .containsPattern("\\| momentum \\| 0\\.2( at the edge)?, β = 0(\\.\\d)? \\|")
                .doesNotContain("| momentum β = 0.5 |");
        assertThat(Files.readString(folder.resolve("out/curves.csv"))).isEqualTo(curves);
    }

    private Path write(String keys) throws IOException {
        return Files.writeString(folder.resolve("e.yaml"), """
                name: e
                problem: { name: rows, data: { linear: { rows: 20, features: 3, condition: 30 } }, network: linear }
                updaters:
                  - momentum: { learningRate: [0.05, 0.2], beta: [0, 0.5, 0.9] }
                  - sgd: { learningRate: [0.05, 0.2] }
                seeds: 6
                budget: { steps: 60 }
                %s
                """.formatted(keys));
    }

    private String report() throws IOException {
        return Files.readString(folder.resolve("out/report.md"));
    }
}
