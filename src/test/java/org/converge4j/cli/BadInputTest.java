package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input is refused whole: one located line for each mistake, exit code 2, nothing trained. */
class BadInputTest {
    @TempDir
    Path folder;

    @Test
    void all_mistakes_are_said_at_once_in_the_order_of_the_file() {
        Cli cli = Cli.experiment(folder, """
                name: bad
                problem: { data: { csv: { file: nowhere.csv, target: mpg } }, network: liner }
                updaters:
                  - sgdd: { learningRate: 0.01 }
                  - momentum: { learningRate: fast, betta: 0.9 }
                sedes: 10
                budget: { steps: 5 }
                """);

        String file = folder.resolve("experiment.yaml").toString();
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        file + ":2:33: problem.data.csv.file: expected a file, found no `nowhere.csv`"),
                        line -> assertThat(line)
                                .startsWith(file + ":2:72: problem.network: ")
                                .endsWith("Did you mean linear?"),
                        line -> assertThat(line)
                                .startsWith(file + ":4:5: updaters[0]: unknown updater `sgdd`")
                                .endsWith("Did you mean sgd?"),
                        line -> assertThat(line)
                                .startsWith(
                                        file
                                                + ":5:31: updaters[1].momentum.learningRate: expected a number above 0, found `fast`"),
                        line -> assertThat(line)
                                .startsWith(file + ":5:37: updaters[1].momentum.betta: unknown key")
                                .endsWith("Did you mean beta?"),
                        line -> assertThat(line)
                                .startsWith(file + ":6:1: sedes: unknown key")
                                .endsWith("Did you mean seeds?"));
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            adam: { learningRate: 0 }            | expected a number above 0, found `0`
            adam: { learningRate: .nan }         | expected a number above 0, found `.nan`
            adam: { learningRate: 1e999 }        | expected a number above 0, found `1e999`
            adam: { beta1: 1 }                   | expected a number at least 0 and below 1, found `1`
            adam: { learningRate: [] }           | a grid without points
            adam: { learningRate: [0.1, 0.1] }   | expected different labels, found `adam`
            adam: { learningRate: { log: [1, 0.1], points: 3 } } | [from, to] with 0 < from < to
            """)
    void a_setting_out_of_range_is_refused(String updater, String message) {
        Cli cli = Cli.experiment(folder, """
                name: bad
                problem: { data: randn }
                updaters: [ %s ]
                """.formatted(updater));

        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).contains(message);
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no experiment file      | missing.yaml   | missing.yaml: no such file.
            a folder                | .              | expected an experiment file, found a folder.
            """)
    void a_file_that_cannot_be_read_is_named(String what, String name, String message) {
        Cli cli = Cli.run("run", folder.resolve(name));

        assertThat(cli.code()).as(what).isEqualTo(2);
        assertThat(cli.err()).endsWith(message + System.lineSeparator()).hasLineCount(1);
    }

    @Test
    void starting_parameters_of_the_wrong_number_are_refused_before_anything_is_written() {
        Cli cli = Cli.experiment(folder, """
                name: bad
                problem: { data: randn, start: { values: [1, 2, 3] } }
                updaters: [sgd]
                """);

        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).contains("start.values: expected 11 numbers, the network's parameters");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void a_text_cell_in_a_number_column_is_located() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "a,b,y\n1,2,3\n4,many,6\n");

        Cli cli = Cli.experiment(folder, """
                name: bad
                problem: { data: { csv: { file: rows.csv, target: y } } }
                updaters: [sgd]
                """);

        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err())
                .startsWith("rows.csv:3:3: column b: expected a finite number")
                .hasLineCount(1);
    }

    @Test
    void everything_that_is_wrong_with_a_table_is_a_line() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "a,y\n1,2\n3,4\n");

        Cli cli = Cli.experiment(folder, """
                name: bad
                problem: { data: { csv: { file: rows.csv, target: y, ignore: [a, y] } } }
                updaters: [sgd]
                """);

        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err().lines())
                .containsExactly(
                        "rows.csv: column y is to be predicted and ignored; one of both",
                        "rows.csv:1: no column is left as a feature");
    }

    @Test
    void a_place_of_more_digits_than_places_is_no_place() {
        Cli cli = Cli.experiment(
                folder,
                "name: x\nproblem: { data: randn }\nupdaters: [sgd]\n",
                "--set",
                "updaters[99999999999].beta=1");

        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err())
                .hasLineCount(1)
                .contains("--set `updaters[99999999999].beta=1`: expected [0] to [0], found [99999999999].");
    }

    @Test
    void an_option_out_of_range_is_refused() {
        Cli cli = Cli.experiment(folder, "name: x\nproblem: { data: randn }\nupdaters: [sgd]\n", "--jobs", 0);

        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).contains("--jobs: expected a whole number at least 1, found `0`.");
    }
}
