package org.converge4j.problem.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.converge4j.problem.ProblemFile;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.ProblemException;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A network of one sigmoid output tells two classes apart. */
class OneOutputTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "a,sick\n1,no\n2,yes\n3,no\n4,yes\n5,yes\n");
    }

    @Test
    void the_second_class_is_1() throws IOException {
        model(Activation.SIGMOID);

        Data data = load("label: sick, testFile: data.csv");

        assertThat(data.isClassification()).isTrue();
        assertThat(data.columns().classes()).containsExactly("no", "yes");
        assertThat(data.targets()).isOne();
        assertThat(data.y()).containsExactly(0, 1, 0, 1, 1);
        assertThat(data.test().orElseThrow().y()).containsExactly(0, 1, 0, 1, 1);
        assertThat(data.understood()).contains("  label sick: yes 3 (60.0 %), no 2 (40.0 %)");
    }

    @Test
    void another_activation_wants_an_output_a_class() throws IOException {
        model(Activation.IDENTITY);

        assertThatThrownBy(() -> load("label: sick"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("2")
                .hasMessageContaining("classes");
    }

    private void model(Activation activation) throws IOException {
        LossFunction loss = activation == Activation.SIGMOID ? LossFunction.XENT : LossFunction.MSE;
        Files.writeString(
                folder.resolve("model.json"),
                new NeuralNetConfiguration.Builder()
                        .list(new OutputLayer.Builder(loss)
                                .nIn(1)
                                .nOut(1)
                                .activation(activation)
                                .build())
                        .build()
                        .toJson());
    }

    private Data load(String settings) {
        return ProblemFile.load(
                        folder, "data: { csv: { file: data.csv, " + settings + " } }, network: { dl4j: model.json }")
                .data();
    }
}
