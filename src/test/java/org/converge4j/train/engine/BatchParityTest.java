package org.converge4j.train.engine;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.converge4j.train.engine.Nets.pool;
import static org.converge4j.train.engine.Nets.sequential;
import static org.converge4j.train.engine.Nets.softmax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Layers that look across a batch, or draw for all of it, beside DL4J's own passes. */
class BatchParityTest {
    private static final int BLOCK = 8;

    static Stream<Arguments> sums_of_batches() {
        return Stream.of(
                Arguments.of(
                        "normalised planes",
                        List.of(
                                new ConvolutionLayer.Builder(2, 2)
                                        .nOut(3)
                                        .hasBias(false)
                                        .activation(Activation.IDENTITY)
                                        .build(),
                                new BatchNormalization.Builder().build(),
                                new ActivationLayer(Activation.RELU),
                                pool(SubsamplingLayer.PoolingType.MAX, 2, 2).build())),
                Arguments.of(
                        "deeper",
                        List.of(
                                normalised(4),
                                new BatchNormalization.Builder().build(),
                                new ActivationLayer(Activation.RELU),
                                normalised(6),
                                new BatchNormalization.Builder().build(),
                                new ActivationLayer(Activation.RELU),
                                pool(SubsamplingLayer.PoolingType.MAX, 2, 2).build(),
                                normalised(6),
                                new BatchNormalization.Builder().build(),
                                new ActivationLayer(Activation.RELU),
                                new DenseLayer.Builder()
                                        .nOut(8)
                                        .dropOut(0.8)
                                        .activation(Activation.RELU)
                                        .build())),
                Arguments.of(
                        "normalised numbers",
                        List.of(
                                new DenseLayer.Builder()
                                        .nOut(5)
                                        .hasBias(false)
                                        .activation(Activation.TANH)
                                        .build(),
                                new BatchNormalization.Builder()
                                        .decay(0.7)
                                        .eps(1e-3)
                                        .useLogStd(false)
                                        .build())),
                Arguments.of(
                        "locked",
                        List.of(
                                new DenseLayer.Builder()
                                        .nOut(5)
                                        .hasBias(false)
                                        .activation(Activation.TANH)
                                        .build(),
                                new BatchNormalization.Builder()
                                        .lockGammaBeta(true)
                                        .build())),
                Arguments.of(
                        "pooled to one",
                        List.of(
                                new ConvolutionLayer.Builder(3, 2)
                                        .nOut(4)
                                        .activation(Activation.TANH)
                                        .build(),
                                new GlobalPoolingLayer(PoolingType.MAX))),
                Arguments.of(
                        "averaged to one",
                        List.of(
                                new ConvolutionLayer.Builder(3, 2)
                                        .nOut(4)
                                        .activation(Activation.TANH)
                                        .build(),
                                new GlobalPoolingLayer(PoolingType.AVG))),
                Arguments.of(
                        "dropout of features and planes",
                        List.of(
                                new ConvolutionLayer.Builder(2, 2)
                                        .nOut(3)
                                        .dropOut(0.6)
                                        .activation(Activation.TANH)
                                        .build(),
                                new ConvolutionLayer.Builder(2, 2)
                                        .nOut(2)
                                        .dropOut(0.7)
                                        .activation(Activation.RELU)
                                        .build())),
                Arguments.of(
                        "dropout behind pooling",
                        List.of(
                                new ConvolutionLayer.Builder(2, 2)
                                        .nOut(3)
                                        .activation(Activation.TANH)
                                        .build(),
                                pool(SubsamplingLayer.PoolingType.MAX, 2, 2).build(),
                                new DropoutLayer(0.5),
                                new ConvolutionLayer.Builder(2, 2)
                                        .nOut(3)
                                        .activation(Activation.TANH)
                                        .build(),
                                new DropoutLayer(0.5),
                                pool(SubsamplingLayer.PoolingType.AVG, 2, 2).build())),
                Arguments.of(
                        "dropout of flattened planes",
                        List.of(
                                new ConvolutionLayer.Builder(2, 2)
                                        .nOut(3)
                                        .activation(Activation.TANH)
                                        .build(),
                                new DenseLayer.Builder()
                                        .nOut(5)
                                        .dropOut(0.5)
                                        .activation(Activation.TANH)
                                        .build())),
                Arguments.of(
                        "dropout of numbers",
                        List.of(
                                new DenseLayer.Builder()
                                        .nOut(5)
                                        .dropOut(0.5)
                                        .activation(Activation.TANH)
                                        .build(),
                                new DropoutLayer(0.8),
                                new DenseLayer.Builder()
                                        .nOut(5)
                                        .dropOut(0.5)
                                        .activation(Activation.TANH)
                                        .build(),
                                new ActivationLayer(Activation.SOFTPLUS),
                                new DropoutLayer(0.8))),
                Arguments.of(
                        "dropout of all layers, which some ignore",
                        List.of(
                                new ConvolutionLayer.Builder(2, 2)
                                        .nOut(3)
                                        .hasBias(false)
                                        .dropOut(0.7)
                                        .activation(Activation.IDENTITY)
                                        .build(),
                                new BatchNormalization.Builder().dropOut(0.7).build(),
                                new ActivationLayer.Builder()
                                        .activation(Activation.TANH)
                                        .dropOut(0.7)
                                        .build(),
                                pool(SubsamplingLayer.PoolingType.MAX, 2, 2)
                                        .dropOut(0.7)
                                        .build(),
                                new DenseLayer.Builder()
                                        .nOut(5)
                                        .dropOut(0.7)
                                        .activation(Activation.TANH)
                                        .build())),
                Arguments.of(
                        "dropout behind normalisation",
                        List.of(
                                new ConvolutionLayer.Builder(2, 2)
                                        .nOut(3)
                                        .hasBias(false)
                                        .activation(Activation.IDENTITY)
                                        .build(),
                                new BatchNormalization.Builder().build(),
                                new DropoutLayer(0.8),
                                new DenseLayer.Builder()
                                        .nOut(5)
                                        .hasBias(false)
                                        .activation(Activation.TANH)
                                        .build(),
                                new BatchNormalization.Builder().build(),
                                new DropoutLayer(0.8))));
    }

    @Test
    void dropout_before_the_output() throws UnknownLayerException {
        Function<DataType, MultiLayerConfiguration> model = sequential(
                InputType.feedForward(6),
                new DenseLayer.Builder().nOut(9).activation(Activation.TANH).build(),
                new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(3)
                        .dropOut(0.6)
                        .activation(Activation.SOFTMAX)
                        .build());
        try (Both both = new Both(model, DataType.DOUBLE, 6, BLOCK, 2)) {
            INDArray x = both.features(11, 6);
            INDArray y = both.classes(11, 3);
            both.agree(x, y, "output");
            both.walk(x, y, Both.STEPS, "output");
        }
    }

    @Test
    void large_batches_are_left_to_dl4j() {
        Function<DataType, MultiLayerConfiguration> model =
                sequential(InputType.feedForward(6), new DropoutLayer(0.5), softmax(3));
        assertThatExceptionOfType(UnknownLayerException.class)
                .isThrownBy(() -> new Both(model, DataType.DOUBLE, 6, 257, 2)) // of batches twice as large
                .withMessage("batches of more than 512 rows in batch normalisation or dropout");
    }

    private static Layer normalised(int maps) {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(maps)
                .hasBias(false)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.IDENTITY)
                .build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sums_of_batches")
    void layers_that_look_across_a_batch(String name, List<Layer> layers) throws UnknownLayerException {
        List<Layer> all = new ArrayList<>(layers);
        all.add(softmax(3));
        Function<DataType, MultiLayerConfiguration> model =
                sequential(InputType.convolutionalFlat(9, 8, 2), all.toArray(Layer[]::new));
        for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
            try (Both both = new Both(model, type, 144, BLOCK, 2)) {
                INDArray x = both.features(11, 144);
                INDArray y = both.classes(11, 3);
                both.agree(x, y, name + " " + type);
                both.walk(x, y, type == DataType.DOUBLE ? Both.STEPS : 0, name);
            }
        }
    }
}
