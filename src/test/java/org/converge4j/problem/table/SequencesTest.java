package org.converge4j.problem.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.ProblemFile;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.ProblemException;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Sequences come from a table whose rows are steps, from a folder of tables, or from rows that are sequences. */
class SequencesTest {
    private static final double GAP = Double.NaN;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("long.csv"),
                "who,heat,load,kind\np,1,2,a\np,3,4,a\nq,5,6,b\np,7,8,a\nr,9,10,b\nr,11,12,b\n");
        Path files = Files.createDirectory(folder.resolve("files"));
        Files.writeString(files.resolve("9.csv"), "heat,load,kind\n1,2,a\n3,4,a\n7,8,a\n");
        Files.writeString(files.resolve("10.csv"), "heat,load,kind\n5,6,b\n");
        Files.writeString(files.resolve("11.csv"), "heat,load,kind\n9,10,b\n11,12,b\n");
        model("last.json", true);
        model("each.json", false);
    }

    @Test
    void a_column_tells_them_apart() {
        whole(load("file: long.csv, sequence: who, label: kind", "last.json").data());
    }

    @Test
    void a_folder_has_a_file_for_each() {
        Data data = load("file: files, label: kind", "last.json").data();

        whole(data);
        assertThat(data.understood())
                .contains(
                        "files: 3 files, commas, heading line, 6 rows",
                        "  label kind: a 3 (50.0 %), b 3 (50.0 %)",
                        "  3 sequences of 1 to 3 steps");
    }

    private static void whole(Data data) {
        assertThat(data.rows()).isEqualTo(3);
        assertThat(data.x()).containsExactly(1, 2, 3, 4, 7, 8, 5, 6, GAP, GAP, GAP, GAP, 9, 10, 11, 12, GAP, GAP);
        assertThat(data.y()).containsExactly(1, 0, 0, 1, 0, 1);
        assertThat(data.classRows()).containsExactly(1, 2);
        assertThat(data.columns().features())
                .containsExactly("heat 1", "load 1", "heat 2", "load 2", "heat 3", "load 3");
    }

    @Test
    void a_network_may_predict_each_step() {
        Data data =
                load("file: long.csv, sequence: who, label: kind", "each.json").data();

        assertThat(data.targets()).isEqualTo(2);
        assertThat(data.y()).containsExactly(1, 0, 1, 0, 1, 0, 0, 1, GAP, GAP, GAP, GAP, 0, 1, 0, 1, GAP, GAP);
        assertThat(data.classRows()).containsExactly(3, 3);
    }

    /** The other side is DL4J's score of arrays with masks, folded by hand. */
    @Test
    void steps_that_are_not_there_do_not_count() {
        for (String model : new String[] {"last.json", "each.json"}) {
            LoadedProblem problem = load("file: long.csv, sequence: who, label: kind", model);
            INDArray x = Nd4j.createFromArray(new double[][][] {
                {{1, 3, 7}, {2, 4, 8}}, {{5, 0, 0}, {6, 0, 0}}, {{9, 11, 0}, {10, 12, 0}}
            });
            INDArray there = Nd4j.createFromArray(new double[][] {{1, 1, 1}, {1, 0, 0}, {1, 1, 0}});
            DataSet rows = model.equals("last.json")
                    ? new DataSet(x, Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {0, 1}}), there, null)
                    : new DataSet(
                            x,
                            Nd4j.createFromArray(new double[][][] {
                                {{1, 1, 1}, {0, 0, 0}}, {{0, 0, 0}, {1, 0, 0}}, {{0, 0, 0}, {1, 1, 0}}
                            }),
                            there,
                            there);
            double[] start = problem.start(1);
            try (var network = problem.network(org.converge4j.experiment.training.Precision.DOUBLE)) {
                network.set(start);
                double loss = network.loss(
                        Nd4j.createFromArray(problem.data().x()).reshape('c', 3, 6),
                        Nd4j.createFromArray(problem.data().y())
                                .reshape('c', 3, problem.data().y().length / 3));
                MultiLayerNetwork own = new MultiLayerNetwork(((org.converge4j.problem.network.Configuration.Layers)
                                problem.blueprint().configure(DataType.DOUBLE))
                        .configuration());
                own.init(Nd4j.createFromArray(start), true);
                double expected = own.score(rows, false);
                assertThat(expected).isFinite().isPositive();
                assertThat(loss).isEqualTo(expected);
            }
        }
    }

    @Test
    void testing_takes_whole_sequences() {
        Data data = load("file: long.csv, sequence: who, label: kind, testFraction: 0.34", "last.json")
                .data();

        assertThat(data.rows()).isEqualTo(2);
        assertThat(data.test().orElseThrow().rows()).isOne();
    }

    @Test
    void a_label_that_changes_needs_a_network_that_predicts_steps() throws IOException {
        Files.writeString(folder.resolve("long.csv"), "who,heat,load,kind\np,1,2,a\np,3,4,b\nq,5,6,b\n");

        refused(
                "file: long.csv, sequence: who, label: kind",
                "last.json",
                "long.csv:3: sequence p: expected one label a sequence, for that is what the network predicts, found another than"
                        + " at its first step; a model that ends in RnnOutputLayer predicts one a step");
        Files.writeString(folder.resolve("files/11.csv"), "heat,load,kind\n9,10,b\n\n11,12,a\n");
        refused("file: files, label: kind", "last.json", "files/11.csv:4: expected one label a sequence");
    }

    @Test
    void what_is_wrong_in_a_folder_is_told_with_its_file() throws IOException {
        Files.writeString(folder.resolve("files/10.csv"), "heat,load,kind\n5,six,b\n");
        refused("file: files, label: kind", "last.json", "files/10.csv:2:3: column load: expected a finite number");

        Files.writeString(folder.resolve("files/10.csv"), "heat,kind\n5,b\n");
        refused(
                "file: files, label: kind",
                "last.json",
                "files/10.csv:1: expected the columns of files/9.csv (heat, load, kind), found heat, kind");
    }

    /** Hadoop writes {@code _SUCCESS} beside them. */
    @Test
    void the_parts_of_a_table_are_no_sequences() throws IOException {
        Files.createFile(folder.resolve("files/_SUCCESS"));

        refused(
                "file: files, label: kind",
                "last.json",
                "files: expected a table, or a folder of tables each of which is a sequence, found parts of one table, as Spark writes; python3");
    }

    @Test
    void a_row_may_be_a_sequence() throws IOException {
        Files.writeString(folder.resolve("wide.csv"), "a1,b1,a2,b2,kind\n1,2,3,4,a\n5,6,7,8,b\n");

        Data data = load("file: wide.csv, steps: 2, label: kind", "last.json").data();
        assertThat(data.understood()).contains("  a row is a sequence of 2 steps");
        refused(
                "file: wide.csv, steps: 3, label: kind",
                "last.json",
                "wide.csv: steps: expected a number that divides the 4 features, found 3");
        refused(
                "file: wide.csv, steps: 4, label: kind",
                "last.json",
                "last.json: layer 0 (LSTM): expected 1 inputs, the features of a step, found 2");
        refused(
                "file: wide.csv, label: kind",
                "each.json",
                "each.json: layer 1 (RnnOutputLayer): expected an output for every row");
    }

    @Test
    void a_network_of_dense_layers_takes_them_if_they_are_of_one_length() throws IOException {
        assertThatThrownBy(
                        () -> ProblemFile.load(folder, "data: { csv: { file: files, label: kind } }, network: linear"))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("files: expected sequences of one length for a network of dense layers");
        Files.writeString(folder.resolve("files/10.csv"), "heat,load,kind\n5,6,b\n5,6,b\n5,6,b\n");
        Files.writeString(folder.resolve("files/11.csv"), "heat,load,kind\n9,10,b\n11,12,b\n9,1,b\n");
        LoadedProblem flat = ProblemFile.load(folder, "data: { csv: { file: files, label: kind } }, network: linear");
        assertThat(flat.facts().features()).isEqualTo(6);
    }

    private void refused(String settings, String model, String message) {
        assertThatThrownBy(() -> load(settings, model))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(message);
    }

    private LoadedProblem load(String settings, String model) {
        return ProblemFile.load(folder, "data: { csv: { " + settings + " } }, network: { dl4j: " + model + " }");
    }

    private void model(String name, boolean last) throws IOException {
        LSTM lstm =
                new LSTM.Builder().nIn(2).nOut(3).activation(Activation.TANH).build();
        NeuralNetConfiguration.ListBuilder list =
                new NeuralNetConfiguration.Builder().updater(new Sgd(0.1)).list();
        list.layer(last ? new LastTimeStep(lstm) : lstm);
        list.layer(
                last
                        ? new OutputLayer.Builder(LossFunction.MCXENT)
                                .nIn(3)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build()
                        : new RnnOutputLayer.Builder(LossFunction.MCXENT)
                                .nIn(3)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build());
        Files.writeString(folder.resolve(name), list.build().toJson());
    }
}
