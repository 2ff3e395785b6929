package org.converge4j.problem.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.converge4j.experiment.training.Precision;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.ProblemException;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** What a model may end in: a layer with a loss, with weights of its own or without. */
class LastLayerTest {
    private static final LossLayer SOFTMAX = new LossLayer.Builder(LossFunction.MCXENT)
            .activation(Activation.SOFTMAX)
            .build();

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "a,b,kind\n1,2,x\n2,1,y\n4,3,x\n8,5,y\n");
    }

    /** The same sums and the same loss, once in one layer and once in two. */
    @Test
    void a_loss_layer_is_the_loss_of_what_it_gets() throws IOException {
        LoadedProblem two = load(layers(dense(2, Activation.IDENTITY), SOFTMAX).toJson());
        LoadedProblem one = load(layers(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(2)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .toJson());

        double[] weights = {0.3, -0.2, 0.1, 0.4, 0.05, -0.1};
        assertThat(loss(two, weights)).isFinite().isPositive().isEqualTo(loss(one, weights));
        assertThat(two.facts().resolution()).isEqualTo(one.facts().resolution());
    }

    private static double loss(LoadedProblem problem, double[] weights) {
        Data data = problem.data();
        try (var network = problem.network(Precision.DOUBLE)) {
            network.set(weights);
            return network.loss(
                    Nd4j.createFromArray(data.x()).reshape('c', data.rows(), data.features()),
                    Nd4j.createFromArray(data.y()).reshape('c', data.rows(), data.targets()));
        }
    }

    @Test
    void one_sigmoid_tells_two_classes_apart() throws IOException {
        LossLayer sigmoid = new LossLayer.Builder(LossFunction.XENT)
                .activation(Activation.SIGMOID)
                .build();

        Data data =
                load(layers(dense(1, Activation.IDENTITY), sigmoid).toJson()).data();

        assertThat(data.y()).containsExactly(0, 1, 0, 1);
    }

    @Test
    void its_size_is_that_of_the_layer_before() {
        refused(
                layers(dense(3, Activation.IDENTITY), SOFTMAX).toJson(),
                "model.json: layer 1 (LossLayer): expected 2 outputs, the data's classes, found 3");
        refused(
                graph(
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nIn(2)
                                .nOut(3)
                                .build(),
                        false),
                "model.json: vertex out (OutputLayer): expected 2 outputs");
    }

    @Test
    void what_has_no_loss_is_named() {
        refused(
                layers(dense(2, Activation.TANH), new ActivationLayer(Activation.SOFTMAX))
                        .toJson(),
                "model.json: layer 1 (ActivationLayer): expected a last layer with a loss, such as OutputLayer,");
        refused(
                layers(dense(2, Activation.TANH)).toJson(),
                "model.json: layer 0 (DenseLayer): expected a last layer with");
        refused(
                graph(dense(2, Activation.TANH), true),
                "model.json: vertex end: expected a last layer with a loss, such as OutputLayer, RnnOutputLayer or LossLayer, found ScaleVertex");
    }

    /** The two directions of a network lie beside each other: twice as many numbers. */
    @Test
    void steps_may_be_compared_without_weights() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "who,a,b,y,z\np,1,2,0,1\np,3,4,1,0\nq,5,6,0,1\n");
        RnnLossLayer squares = new RnnLossLayer.Builder(LossFunction.MSE).build();
        LSTM one = new LSTM.Builder().nIn(2).nOut(1).build();
        Files.writeString(
                folder.resolve("model.json"),
                layers(new Bidirectional(Bidirectional.Mode.CONCAT, one), squares)
                        .toJson());

        Data data = ModelFiles.load(folder, "sequence: who, target: [y, z]", "model.json")
                .data();

        assertThat(data.y()).startsWith(0, 1, 1, 0, 0, 1);
    }

    private static DenseLayer dense(int outputs, Activation activation) {
        return new DenseLayer.Builder()
                .nIn(2)
                .nOut(outputs)
                .activation(activation)
                .build();
    }

    private static MultiLayerConfiguration layers(Layer... layers) {
        return new NeuralNetConfiguration.Builder().list(layers).build();
    }

    private static String graph(Layer only, boolean scaled) {
        ComputationGraphConfiguration.GraphBuilder graph = new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("in")
                .addLayer("out", only, "in");
        return (scaled ? graph.addVertex("end", new ScaleVertex(2), "out").setOutputs("end") : graph.setOutputs("out"))
                .build()
                .toJson();
    }

    private LoadedProblem load(String model) throws IOException {
        Files.writeString(folder.resolve("model.json"), model);
        return ModelFiles.load(folder, "label: kind", "model.json");
    }

    private void refused(String model, String message) {
        assertThatThrownBy(() -> load(model))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(message)
                .message()
                .hasLineCount(1);
    }
}
