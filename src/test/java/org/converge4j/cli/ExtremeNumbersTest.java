package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of numbers at the edges of double end in plain sentences, or in none: no number that is none, no rate of 0. */
class ExtremeNumbersTest {
    /** Each with its settings; beyond the square root of the largest double even a loss is not finite. */
    private static final Map<String, List<String>> TABLES = new TreeMap<>(Map.of(
            "huge", List.of("1e308,2,3", "2,1e308,4", "3,5,5", "-1e308,1,2"),
            "large", List.of("1e160,2,3", "2,1e160,4", "3,5,5", "-1e160,1,2"),
            "targets", List.of("1,2,1e308", "2,1,-1e308", "3,5,5", "1,1,2"),
            "root", List.of("1e150,2,3", "2,1e150,4", "3,5,5", "-1e150,1,2"),
            "subnormal", List.of("5e-324,2,3", "2,5e-324,4", "3,5e-320,5", "-1e-310,1,2"),
            "tiny", List.of("1e-200,2e-200,3e-200", "2e-200,3e-200,4e-200", "3e-200,5e-200,1e-201")));

    @TempDir
    Path folder;

    @Test
    void no_sentence_says_a_number_that_is_none() throws IOException {
        StringBuilder problems = new StringBuilder();
        for (Map.Entry<String, List<String>> table : TABLES.entrySet()) {
            Files.writeString(
                    folder.resolve(table.getKey() + ".csv"), "a,b,y\n" + String.join("\n", table.getValue()) + "\n");
            for (String standardise : List.of("none", "all")) {
                problems.append(
                        "  - { name: %s-%s, network: linear, data: { csv: { file: %s.csv, target: y, standardise: %s } } }%n"
                                .formatted(table.getKey(), standardise, table.getKey(), standardise));
            }
        }
        Path experiment = Files.writeString(folder.resolve("experiment.yaml"), """
                name: extremes
                problems:
                %supdaters: [ sgd: { learningRate: [0.01, 1e-300] }, adam: { learningRate: 0.01 } ]
                seeds: 2
                budget: { steps: 5 }
                """.formatted(problems));

        Cli run = Cli.run("run", experiment, "--out", folder.resolve("results"), "--quiet");

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).isEmpty();
        isPlain("standard output", run.out());
        isPlain("report.md", Files.readString(folder.resolve("results/report.md")));
        String page = Files.readString(folder.resolve("results/report.html"));
        int data = page.indexOf("id=\"data\"");
        isPlain("data of the page", page.substring(data, page.indexOf("</script>", data)));
    }

    private static void isPlain(String where, String text) {
        assertThat(text)
                .as(where)
                .isNotEmpty()
                .doesNotContainPattern("NaN|Infinity|Exception")
                .doesNotContainPattern("(?i)(rate|at its best,?|at) 0(?![\\d.])[ ,;]");
    }
}
