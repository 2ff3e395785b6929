package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordStore;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a report hands over of its winner: code as far as DL4J can take the steps, and the trained network. */
class WinnerTest {
    private static final double[][] ROWS = {{0.5, -1, 0.3}, {1.5, 0.2, -0.9}, {-0.7, 0.8, 0.4}, {0.1, 0.6, 1.2}};

    private static final String EXPERIMENT = """
            name: won
            problem: { name: rows, data: { csv: { file: rows.csv, target: y } }, network: { mlp: { hidden: [3], activation: tanh } } }
            updaters: [ %s, { sgd: { learningRate: 0.000001 }, label: still } ]
            precision: %s
            seeds: 3
            budget: { steps: 20 }
            """;

    @TempDir
    Path folder;

    private String run(String updater, String precision) throws IOException {
        List<String> lines = new ArrayList<>(List.of("a,b,y"));
        for (double[] row : ROWS) {
            lines.add(row[0] + "," + row[1] + "," + row[2]);
        }
        Files.write(folder.resolve("rows.csv"), lines);
        Cli ran = Cli.experiment(folder, EXPERIMENT.formatted(updater, precision));
        assertThat(ran.code()).as(ran.err()).isZero();
        return Files.readString(folder.resolve("results/report.md"));
    }

    private Path winner(String file) {
        return folder.resolve("results/winner/rows").resolve(file);
    }

    /** The record with the lowest loss at its end; the other updater's are far above. */
    private RunRecord best() {
        List<RunRecord> runs = new ArrayList<>();
        new RecordStore(folder.resolve("results")).readAll(runs::add, damaged -> {
            throw new AssertionError(damaged);
        });
        return runs.stream()
                .min(Comparator.comparingDouble(run -> run.curve().last()))
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"DOUBLE, 1e-12", "FLOAT, 1e-6"})
    void the_saved_network_is_the_one_that_was_measured(DataType type, double margin) throws IOException {
        run("{ scheduleFreeAdamW: { learningRate: 0.05 } }", type.name().toLowerCase(Locale.ROOT));
        MultiLayerNetwork network =
                ModelSerializer.restoreMultiLayerNetwork(winner("network.zip").toFile(), false);
        double loss = 0;
        for (double[] row : ROWS) {
            INDArray x = Nd4j.createFromArray(new double[][] {{row[0], row[1]}}).castTo(type);
            loss += Math.pow(network.output(x).getDouble(0) - row[2], 2) / ROWS.length;
        }
        RunRecord run = best();
        assertThat(network.params().dataType()).isEqualTo(type);
        assertThat(loss).isCloseTo(run.curve().last(), within(margin));
        assertThat(run.stepped().orElseThrow().last()).isNotCloseTo(loss, within(1e-3)); // where it stepped from
    }

    @Test
    void what_DL4J_cannot_do_is_said_with_what_to_do_instead() throws IOException {
        String report = run("{ scheduleFreeAdamW: { learningRate: 0.05 } }", "double");
        assertThat(report)
                .contains(
                        "scheduleFreeAdamW works in converge4j alone, for it is measured at other parameters than it steps"
                                + " from: train with it here and take what it found.",
                        "Java and JSON in winner/rows/ beside the report make the network without that.",
                        "network.zip there is the network itself",
                        "when the run of seed " + best().spec().seed() + " ended");
        assertThat(Files.readString(winner("Winner.java")))
                .contains("// Not part of this: the updater, which is not inside DL4J's own fit")
                .doesNotContain("updater(");
    }

    @Test
    void what_stands_around_an_updater_is_said() throws IOException {
        assertThat(run("{ sgd: { learningRate: 0.01 }, around: [sam] }", "double"))
                .contains("What stands around the updater works in converge4j alone: sam.");
    }

    @Test
    void rows_that_were_scaled_are_said_to_have_been() throws IOException {
        Cli.experiment(folder, """
                name: scaled
                problem: { data: iris, network: { mlp: { hidden: [2] } } }
                updaters: [adam, sgd]
                seeds: 3
                budget: { steps: 3 }
                """);

        assertThat(Files.readString(folder.resolve("results/report.md")))
                .contains(
                        "It was trained on rows after standardise: features, with the means and deviations of the training part");
    }

    @Test
    void what_DL4J_can_do_has_nothing_said_of_it() throws IOException {
        assertThat(run("{ muon: { learningRate: 0.05 } }", "double"))
                .contains("Java and JSON, ready to paste, lie in winner/rows/ beside the report. network.zip")
                .doesNotContain("works in converge4j alone")
                .doesNotContain("standardise");
    }
}
