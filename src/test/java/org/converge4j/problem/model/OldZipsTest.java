package org.converge4j.problem.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.converge4j.experiment.training.Precision;
import org.converge4j.problem.LoadedProblem;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Zips that DL4J 0.8.0, 0.9.1 and 1.0.0-alpha themselves wrote, with {@code ModelSerializer.writeModel} and
 * {@code addNormalizerToModel}. The numbers are what those versions printed of {@code params()}, {@code output} and {@code score}.
 */
class OldZipsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("data.csv"), "a,b,c,k\n0.1,0.5,-0.2,p\n1,2,3,q\n0,0,0,r\n1,1,1,s\n1,0,1,t\n0,1,1,t\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dense-0.9.1.zip", "dense-1.0.0-alpha.zip"})
    void dense_layers_with_weights_and_normalizer(String zip) throws IOException {
        fetch(zip);

        LoadedProblem problem = ModelFiles.load(folder, "label: k", zip);

        assertThat(problem.start(1))
                .hasSize(41)
                .startsWith(0.17111913859844208, 0.8401796817779541, 1.2601913213729858, 0.005898031406104565)
                .endsWith(0.5447726249694824, 0.08754464238882065, 0, 0, 0, 0, 0);
        assertThat(problem.data().understood())
                .contains(
                        "  used: its normalizer STANDARDIZE, on the features",
                        "  left out: its weight decay 1.0E-4, the L2 of an old format; decay: { coupled: 1.0E-4 } in the experiment"
                                + " is the like for every trial, on biases too");
        // it was fitted to the first two rows, whose means are 0.55, 1.25 and 1.4, deviations 0.45, 0.75 and 1.6
        assertThat(problem.data().x()).startsWith(new double[] {-1, -1, -1, 1, 1, 1}, within(1e-6));
        try (var network = problem.network(Precision.DOUBLE)) {
            network.set(problem.start(1));
            INDArray outputs = network.output(Nd4j.createFromArray(new double[][] {{0.1, 0.5, -0.2}, {1, 2, 3}}));
            assertThat(outputs.dup('c').data().asDouble())
                    .containsExactly(
                            new double[] {0.2671, 0.2002, 0.1394, 0.2106, 0.1826, 0.4168, 0.2257, 0.0713, 0.2242, 0.0621
                            },
                            within(5.1e-5));
        }
    }

    @Test
    void recurrent_layers_with_a_label_a_step() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "who,a,b,k\np,1,2,x\np,3,4,y\n");
        fetch("lstm-0.8.0.zip");

        LoadedProblem problem = ModelFiles.load(folder, "sequence: who, label: k", "lstm-0.8.0.zip");

        assertThat(problem.start(1)).hasSize(89).startsWith(0.16006730496883392, 0.7859161496162415);
        assertThat(loss(problem)).isCloseTo(1.5723609924316406, within(1e-6));
    }

    /** From 1.0.0-beta to beta6 DL4J wrote no {@code rnnDataFormat}; today's DL4J takes a model without for neither of its two. */
    @Test
    void recurrent_layers_that_do_not_say_how_their_arrays_lie() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "who,a,b,k\np,1,2,x\np,3,4,y\nq,0,4,y\n");
        MultiLayerConfiguration model = new NeuralNetConfiguration.Builder()
                .list(
                        new LSTM.Builder().nIn(2).nOut(3).build(),
                        new RnnOutputLayer.Builder(LossFunction.MCXENT)
                                .nIn(3)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build())
                .build();
        Files.writeString(folder.resolve("now.json"), model.toJson());
        Files.writeString(
                folder.resolve("then.json"), model.toJson().replaceAll("\"rnnDataFormat\" : \"NCW\",\\s*", ""));
        assertThat(folder.resolve("then.json")).content().doesNotContain("rnnDataFormat");

        double now = loss(ModelFiles.load(folder, "sequence: who, label: k", "now.json"));
        double then = loss(ModelFiles.load(folder, "sequence: who, label: k", "then.json"));

        assertThat(then).isFinite().isPositive().isEqualTo(now);
    }

    private static double loss(LoadedProblem problem) {
        double[] x = problem.data().x();
        double[] y = problem.data().y();
        int rows = problem.data().rows();
        try (var network = problem.network(Precision.DOUBLE)) {
            network.set(problem.start(1));
            return network.loss(
                    Nd4j.createFromArray(x).reshape('c', rows, x.length / rows),
                    Nd4j.createFromArray(y).reshape('c', rows, y.length / rows));
        }
    }

    private void fetch(String zip) throws IOException {
        try (InputStream old = Objects.requireNonNull(getClass().getResourceAsStream("/models/" + zip))) {
            Files.write(folder.resolve(zip), old.readAllBytes());
        }
    }
}
