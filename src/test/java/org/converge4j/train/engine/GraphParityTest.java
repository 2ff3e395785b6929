package org.converge4j.train.engine;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.converge4j.train.engine.Nets.pool;
import static org.converge4j.train.engine.Nets.softmax;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Graphs beside DL4J's own passes. */
class GraphParityTest {
    private static final int BLOCK = 8;
    private static final int FEATURES = 2 * 7 * 6;

    static Stream<Arguments> graphs() {
        Function<GraphBuilder, GraphBuilder> skip = graph -> graph.addLayer("first", same(Activation.RELU), "in")
                .addLayer("second", same(Activation.IDENTITY), "first")
                .addLayer("normal", new BatchNormalization(), "second")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "first", "normal")
                .addLayer("relu", new ActivationLayer(Activation.RELU), "sum")
                .addLayer("pool", pool(SubsamplingLayer.PoolingType.MAX, 2, 2).build(), "relu")
                .addLayer("out", softmax(3), "pool");
        Function<GraphBuilder, GraphBuilder> merge = graph -> graph.addLayer("left", same(Activation.TANH), "in")
                .addLayer("right", same(Activation.SIGMOID), "in")
                .addVertex("both", new MergeVertex(), "left", "right")
                .addLayer(
                        "dense",
                        new DenseLayer.Builder()
                                .nOut(5)
                                .activation(Activation.TANH)
                                .build(),
                        "both")
                .addLayer(
                        "more",
                        new DenseLayer.Builder()
                                .nOut(4)
                                .activation(Activation.TANH)
                                .build(),
                        "dense")
                .addVertex("all", new MergeVertex(), "dense", "more")
                .addLayer("out", softmax(3), "all");
        return Stream.of(Arguments.of("skip", skip), Arguments.of("merge", merge));
    }

    private static ConvolutionLayer same(Activation activation) {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(4)
                .hasBias(activation != Activation.IDENTITY)
                .convolutionMode(ConvolutionMode.Same)
                .activation(activation)
                .build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("graphs")
    void losses_outputs_and_gradients_are_dl4js(String name, Function<GraphBuilder, GraphBuilder> model)
            throws UnknownLayerException {
        for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
            try (Both both = Both.graph(of(model), type, FEATURES, BLOCK)) {
                INDArray x = both.features(11, FEATURES);
                INDArray y = both.classes(11, 3);
                both.agree(x, y, name + " " + type);
                both.walk(x, y, type == DataType.DOUBLE ? Both.STEPS : 0, name);
            }
        }
    }

    @Test
    void what_is_not_known_is_said() {
        Function<GraphBuilder, GraphBuilder> product = graph -> graph.addLayer("one", same(Activation.TANH), "in")
                .addLayer("other", same(Activation.TANH), "in")
                .addVertex("product", new ElementWiseVertex(ElementWiseVertex.Op.Product), "one", "other")
                .addLayer("out", softmax(3), "product");
        assertThatExceptionOfType(UnknownLayerException.class)
                .isThrownBy(() -> Both.graph(of(product), DataType.DOUBLE, FEATURES, BLOCK))
                .withMessage("vertex ElementWiseVertex");
    }

    private static Function<DataType, ComputationGraphConfiguration> of(Function<GraphBuilder, GraphBuilder> model) {
        return type -> model.apply(new NeuralNetConfiguration.Builder()
                        .dataType(type)
                        .graphBuilder()
                        .addInputs("in")
                        .setInputTypes(InputType.convolutionalFlat(7, 6, 2)))
                .setOutputs("out")
                .build();
    }
}
