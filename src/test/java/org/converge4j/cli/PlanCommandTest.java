package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.converge4j.result.store.RecordFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever plans a hundred shards learns before the first what every one of them would stumble over. */
class PlanCommandTest {
    private static final String TABLE = """
            name: plan
            problem: { data: { csv: { file: data.csv, target: price } } }
            updaters: [sgd: { learningRate: [0.1, 0.2] }]
            seeds: 2
            budget: { epochs: 10 }
            """;

    @TempDir
    Path folder;

    @Test
    void what_run_refuses_plan_refuses_in_the_same_words() throws IOException {
        Path file = experiment("size,cost\n1,2\n2,3\n");

        Cli plan = Cli.run("plan", file);

        assertThat(plan.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(plan.err())
                .isEqualToIgnoringNewLines("data.csv:1: unknown column `price`, expected one of size, cost.");
        assertThat(plan.err())
                .isEqualTo(Cli.run("run", file, "--out", folder.resolve("results"), "--quiet")
                        .err());
        assertThat(plan.out()).isEmpty();
    }

    @Test
    void the_rows_are_counted_so_that_epochs_have_a_time_and_nothing_is_written() throws IOException {
        Cli plan = Cli.run("plan", experiment("size,price\n1,2\n2,3\n"), "--out", folder.resolve("results"));

        assertThat(plan.code()).isZero();
        assertThat(plan.out().lines())
                .startsWith(
                        "data.csv: commas, heading line, 2 rows",
                        "  target: price",
                        "  features: 1 number (size)",
                        "data",
                        "  sgd learningRate=0.1  2 runs, 0 recorded",
                        "  sgd learningRate=0.2  2 runs, 0 recorded",
                        "4 runs, 0 recorded in " + folder.resolve("results") + ", 4 to do, about 3 s");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void every_run_has_its_id_in_json() throws IOException {
        var runs = RecordFormat.JSON.readTree(
                Cli.run("plan", experiment("size,price\n1,2\n2,3\n"), "--json").out());

        assertThat(runs).hasSize(4);
        assertThat(runs.get(0).path("id").asString()).matches("[0-9a-f]{20}");
        assertThat(runs.get(0).path("trial").asString()).isEqualTo("sgd learningRate=0.1");
        assertThat(runs.get(0).path("recorded").asBoolean(true)).isFalse();
    }

    @Test
    void a_folder_that_cannot_be_written_is_said_before_the_shards_find_out() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        Cli plan = Cli.run("plan", experiment("size,price\n1,2\n2,3\n"), "--out", file.resolve("results"));

        assertThat(plan.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(plan.err())
                .isEqualToIgnoringNewLines(file.resolve("results") + ": cannot create the results folder: the file "
                        + file + " is in the way");
    }

    private Path experiment(String table) throws IOException {
        Files.writeString(folder.resolve("data.csv"), table);
        return Files.writeString(folder.resolve("experiment.yaml"), TABLE);
    }
}
