package org.converge4j.train.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.converge4j.train.engine.Nets.pool;
import static org.converge4j.train.engine.Nets.sequential;
import static org.converge4j.train.engine.Nets.softmax;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The engine beside DL4J's own passes: losses, outputs and gradients. */
class EngineParityTest {
    private static final int BLOCK = 8;

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"DOUBLE", "FLOAT"})
    void lenet(DataType type) throws UnknownLayerException {
        Function<DataType, MultiLayerConfiguration> lenet = sequential(
                InputType.convolutionalFlat(28, 28, 1),
                new ConvolutionLayer.Builder(5, 5)
                        .nOut(20)
                        .activation(Activation.IDENTITY)
                        .build(),
                pool(SubsamplingLayer.PoolingType.MAX, 2, 2).build(),
                new ConvolutionLayer.Builder(5, 5)
                        .nOut(50)
                        .activation(Activation.IDENTITY)
                        .build(),
                pool(SubsamplingLayer.PoolingType.MAX, 2, 2).build(),
                new DenseLayer.Builder().nOut(500).activation(Activation.RELU).build(),
                softmax(10));

        try (Both both = new Both(lenet, type, 784, BLOCK, 1)) {
            assertThat(both.theirs.parameters().length()).isEqualTo(431_080);
            both.agree(both.features(19, 784), both.classes(19, 10), "lenet"); // two blocks and a part of one
        }
    }

    static Stream<Arguments> layers() {
        List<Arguments> all = new ArrayList<>();
        for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
            all.add(Arguments.of(
                    "stride 2",
                    type,
                    new ConvolutionLayer.Builder(3, 2).stride(2, 1).nOut(3).build()));
            all.add(Arguments.of(
                    "padding",
                    type,
                    new ConvolutionLayer.Builder(3, 3).padding(2, 1).nOut(3).build()));
            all.add(Arguments.of(
                    "dilation",
                    type,
                    new ConvolutionLayer.Builder(2, 3).dilation(2, 3).nOut(3).build()));
            all.add(Arguments.of(
                    "same",
                    type,
                    new ConvolutionLayer.Builder(4, 3)
                            .stride(2, 3)
                            .convolutionMode(ConvolutionMode.Same)
                            .nOut(3)
                            .build()));
            all.add(Arguments.of(
                    "same, dilated",
                    type,
                    new ConvolutionLayer.Builder(3, 3)
                            .dilation(2, 2)
                            .convolutionMode(ConvolutionMode.Same)
                            .nOut(3)
                            .build()));
            all.add(Arguments.of(
                    "no bias",
                    type,
                    new ConvolutionLayer.Builder(3, 3).hasBias(false).nOut(3).build()));
            for (SubsamplingLayer.PoolingType kind :
                    List.of(SubsamplingLayer.PoolingType.MAX, SubsamplingLayer.PoolingType.AVG)) {
                all.add(Arguments.of(kind + " 2", type, pool(kind, 2, 2).build()));
                all.add(Arguments.of(
                        kind + " overlapping", type, pool(kind, 3, 1).build()));
                all.add(Arguments.of(
                        kind + " padded", type, pool(kind, 3, 2).padding(1, 1).build()));
                all.add(Arguments.of(
                        kind + " same",
                        type,
                        pool(kind, 3, 2).convolutionMode(ConvolutionMode.Same).build()));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("layers")
    void layers_of_planes(String name, DataType type, Layer layer) throws UnknownLayerException {
        Function<DataType, MultiLayerConfiguration> model = sequential(
                InputType.convolutionalFlat(9, 8, 2),
                new ConvolutionLayer.Builder(2, 2)
                        .nOut(4)
                        .activation(Activation.TANH)
                        .build(),
                layer,
                softmax(3));
        try (Both both = new Both(model, type, 144, BLOCK, 2)) {
            both.agree(both.features(11, 144), both.classes(11, 3), name);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RRELU", "THRESHOLDEDRELU"})
    void activations(Activation activation) throws UnknownLayerException {
        Function<DataType, MultiLayerConfiguration> model = sequential(
                InputType.feedForward(6),
                new DenseLayer.Builder().nOut(7).activation(activation).build(),
                new ActivationLayer(activation),
                softmax(3));
        for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
            try (Both both = new Both(model, type, 6, BLOCK, 3)) {
                both.agree(both.features(11, 6), both.classes(11, 3), activation + " " + type);
            }
        }
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of(LossFunction.MCXENT, Activation.SOFTMAX, true),
                Arguments.of(LossFunction.NEGATIVELOGLIKELIHOOD, Activation.SOFTMAX, true),
                Arguments.of(LossFunction.MSE, Activation.IDENTITY, false),
                Arguments.of(LossFunction.MSE, Activation.TANH, false),
                Arguments.of(LossFunction.MSE, Activation.SOFTMAX, true),
                Arguments.of(LossFunction.L1, Activation.IDENTITY, false),
                Arguments.of(LossFunction.L2, Activation.IDENTITY, false),
                Arguments.of(LossFunction.XENT, Activation.SIGMOID, true),
                Arguments.of(LossFunction.HINGE, Activation.IDENTITY, true),
                Arguments.of(LossFunction.POISSON, Activation.SOFTPLUS, false));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void losses(LossFunction loss, Activation activation, boolean classes) throws UnknownLayerException {
        Function<DataType, MultiLayerConfiguration> model = sequential(
                InputType.feedForward(6),
                new DenseLayer.Builder()
                        .nOut(7)
                        .hasBias(false)
                        .activation(Activation.TANH)
                        .build(),
                new OutputLayer.Builder(loss).nOut(3).activation(activation).build());
        for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
            try (Both both = new Both(model, type, 6, BLOCK, 4)) {
                INDArray y = classes ? both.classes(11, 3) : both.targets(11, 3);
                both.agree(both.features(11, 6), y, loss + " " + activation + " " + type);
            }
        }
    }

    /** Where sums are so large that DL4J keeps the outputs off 0 and 1; in float the last bit of an output would decide there. */
    @Test
    void saturated_outputs_of_two_classes() throws UnknownLayerException {
        Function<DataType, MultiLayerConfiguration> model = sequential(
                InputType.feedForward(6),
                new OutputLayer.Builder(LossFunction.XENT)
                        .nOut(3)
                        .activation(Activation.SIGMOID)
                        .build());
        try (Both both = new Both(model, DataType.DOUBLE, 6, BLOCK, 4)) {
            both.agree(both.features(11, 6).mul(30), both.classes(11, 3), "saturated");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void random_networks_and_steps_of_them(long seed) throws UnknownLayerException {
        Drawn drawn = new Drawn(new Random(seed));
        try (Both both = new Both(drawn::model, DataType.DOUBLE, drawn.features(), BLOCK, seed)) {
            INDArray x = both.features(13, drawn.features());
            INDArray y = both.classes(13, 3);
            both.agree(x, y, drawn.toString());
            both.walk(x, y, Both.STEPS, drawn.toString());
        }
        if (drawn.isCheckedInFloat()) {
            try (Both both = new Both(drawn::model, DataType.FLOAT, drawn.features(), BLOCK, seed)) {
                both.agree(both.features(13, drawn.features()), both.classes(13, 3), drawn + " in float");
            }
        }
    }

    @Test
    void what_is_not_known_is_said() {
        assertThatExceptionOfType(UnknownLayerException.class)
                .isThrownBy(() -> read(new LocalResponseNormalization.Builder().build()))
                .withMessage("LocalResponseNormalization");
        assertThatExceptionOfType(UnknownLayerException.class)
                .isThrownBy(() -> read(
                        pool(SubsamplingLayer.PoolingType.PNORM, 2, 2).pnorm(2).build()))
                .withMessage("pooling PNORM");
        assertThatExceptionOfType(UnknownLayerException.class)
                .isThrownBy(() -> new Both(
                        sequential(
                                InputType.recurrent(3, 4),
                                new LSTM.Builder().nOut(4).build(),
                                new RnnOutputLayer.Builder(LossFunction.MSE)
                                        .nOut(2)
                                        .activation(Activation.IDENTITY)
                                        .build()),
                        DataType.DOUBLE,
                        12,
                        BLOCK,
                        1))
                .withMessage("LSTM without sequences");
    }

    private static void read(Layer layer) throws UnknownLayerException {
        Function<DataType, MultiLayerConfiguration> model =
                sequential(InputType.convolutionalFlat(9, 8, 2), layer, softmax(3));
        new Both(model, DataType.DOUBLE, 144, BLOCK, 1).close();
    }
}
