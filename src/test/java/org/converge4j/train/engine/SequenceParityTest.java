package org.converge4j.train.engine;

import static org.converge4j.train.engine.Nets.sequential;
import static org.converge4j.train.engine.Nets.softmax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.converge4j.problem.network.RowShape;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Layers along sequences beside DL4J's own passes. */
class SequenceParityTest {
    private static final int BLOCK = 8;

    @SuppressWarnings("deprecation") // of GravesLSTM, which saved models have
    static Stream<Arguments> sequences() {
        LSTM.Builder lstm = new LSTM.Builder().nOut(4).activation(Activation.TANH);
        GravesLSTM.Builder graves = new GravesLSTM.Builder().nOut(4).activation(Activation.TANH);
        return Stream.of(
                Arguments.of(
                        "LSTM",
                        List.of(
                                lstm.build(),
                                new LSTM.Builder()
                                        .nOut(5)
                                        .activation(Activation.SIGMOID)
                                        .build(),
                                average())),
                Arguments.of("GravesLSTM", List.of(graves.build(), graves.build(), average())),
                Arguments.of("last step", List.of(lstm.build(), new LastTimeStep(lstm.build()))),
                Arguments.of(
                        "beside each other",
                        List.of(new Bidirectional(graves.build()), new LastTimeStep(lstm.build()))),
                Arguments.of(
                        "sum of both", List.of(new Bidirectional(Bidirectional.Mode.ADD, lstm.build()), average())),
                Arguments.of(
                        "mean of both",
                        List.of(
                                lstm.build(),
                                new Bidirectional(Bidirectional.Mode.AVERAGE, graves.build()),
                                average())),
                Arguments.of(
                        "product of both",
                        List.of(lstm.build(), new Bidirectional(Bidirectional.Mode.MUL, lstm.build()), average())),
                Arguments.of(
                        "convolution along",
                        List.of(
                                new Convolution1DLayer.Builder(3)
                                        .nOut(4)
                                        .stride(2)
                                        .padding(1)
                                        .activation(Activation.TANH)
                                        .build(),
                                new Convolution1DLayer.Builder(2)
                                        .nOut(3)
                                        .dilation(2)
                                        .hasBias(false)
                                        .activation(Activation.RELU)
                                        .build(),
                                new LastTimeStep(lstm.build()))),
                Arguments.of(
                        "same convolution",
                        List.of(
                                new Convolution1DLayer.Builder(4)
                                        .nOut(4)
                                        .stride(2)
                                        .convolutionMode(ConvolutionMode.Same)
                                        .activation(Activation.TANH)
                                        .build(),
                                average())),
                Arguments.of(
                        "pooling along",
                        List.of(
                                lstm.build(),
                                new Subsampling1DLayer.Builder(SubsamplingLayer.PoolingType.MAX, 3, 2).build(),
                                new Subsampling1DLayer.Builder(SubsamplingLayer.PoolingType.AVG, 2, 1).build(),
                                new GlobalPoolingLayer(PoolingType.MAX))),
                Arguments.of(
                        "dense layers between",
                        List.of(
                                lstm.build(),
                                new DenseLayer.Builder()
                                        .nOut(5)
                                        .activation(Activation.SOFTMAX)
                                        .build(),
                                new LastTimeStep(lstm.build()))));
    }

    private static Layer average() {
        return new GlobalPoolingLayer(PoolingType.AVG);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sequences")
    void layers_of_sequences(String name, List<Layer> layers) throws UnknownLayerException {
        List<Layer> all = new ArrayList<>(layers);
        all.add(softmax(3));
        Function<DataType, MultiLayerConfiguration> model =
                sequential(InputType.recurrent(3, 7), all.toArray(Layer[]::new));
        for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
            try (Both both = new Both(model, type, 21, new RowShape(3, false), RowShape.FLAT, BLOCK, 2)) {
                INDArray x = both.features(11, 21);
                INDArray y = both.classes(11, 3);
                both.agree(x, y, name + " " + type);
                both.walk(x, y, type == DataType.DOUBLE ? Both.STEPS : 0, name);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = LossFunction.class,
            names = {"MCXENT", "MSE"})
    void losses_of_each_step(LossFunction loss) throws UnknownLayerException {
        boolean isClass = loss == LossFunction.MCXENT;
        Function<DataType, MultiLayerConfiguration> model = sequential(
                InputType.recurrent(3, 7),
                new LSTM.Builder().nOut(4).activation(Activation.TANH).build(),
                new RnnOutputLayer.Builder(loss)
                        .nOut(2)
                        .activation(isClass ? Activation.SOFTMAX : Activation.TANH)
                        .build());
        for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
            try (Both both = new Both(model, type, 21, new RowShape(3, false), new RowShape(2, false), BLOCK, 2)) {
                INDArray y = isClass ? both.classes(77, 2).reshape('c', 11, 14) : both.targets(11, 14);
                both.agree(both.features(11, 21), y, loss + " " + type);
            }
        }
    }
}
