package org.converge4j.train.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.converge4j.train.engine.Nets.pool;
import static org.converge4j.train.engine.Nets.sequential;
import static org.converge4j.train.engine.Nets.softmax;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.converge4j.problem.network.RowShape;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A step works in memory that is there: what it leaves to the collector is views of a few bytes, however many numbers it computes. */
class GarbageTest {
    private static final int ROWS = 32;

    /** What the LSTM gives in one step are 41 kB, in double, and that is one of its forty tables. */
    private static final long MOST_BYTES = 16_384;

    static Stream<Arguments> networks() {
        LSTM lstm = new LSTM.Builder().nOut(16).activation(Activation.TANH).build();
        return Stream.of(
                Arguments.of(
                        "LSTM",
                        sequential(InputType.recurrent(8, 10), lstm, new LastTimeStep(lstm), softmax(3)),
                        new RowShape(8, false),
                        80),
                Arguments.of(
                        "normalisation", // a number a channel takes 4.8 kB in double
                        sequential(
                                InputType.feedForward(6),
                                new DenseLayer.Builder()
                                        .nOut(600)
                                        .activation(Activation.TANH)
                                        .build(),
                                new BatchNormalization(),
                                softmax(3)),
                        RowShape.FLAT,
                        6),
                Arguments.of(
                        "convolution",
                        sequential(
                                InputType.convolutionalFlat(12, 12, 1),
                                new ConvolutionLayer.Builder(3, 3)
                                        .nOut(8)
                                        .activation(Activation.TANH)
                                        .build(),
                                new BatchNormalization(),
                                pool(SubsamplingLayer.PoolingType.MAX, 2, 2).build(),
                                new DenseLayer.Builder()
                                        .nOut(40)
                                        .activation(Activation.RELU)
                                        .build(),
                                softmax(3)),
                        RowShape.FLAT,
                        144));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void stepsLeaveViewsAlone(
            String name, Function<DataType, MultiLayerConfiguration> model, RowShape input, int features)
            throws UnknownLayerException {
        for (DataType type : new DataType[] {DataType.DOUBLE, DataType.FLOAT}) {
            try (Both both = new Both(model, type, features, input, RowShape.FLAT, ROWS, 1)) {
                INDArray x = both.features(ROWS, features);
                INDArray y = both.classes(ROWS, 3);
                both.ours.differentiate(x, y); // the first makes room
                long held = Pointer.totalBytes();
                long before = allocated();
                both.ours.differentiate(x, y);
                assertThat(allocated() - before).as(name + " " + type).isBetween(0L, MOST_BYTES);
                assertThat(Pointer.totalBytes()).as("native").isBetween(1L, held); // less if the collector came by
            }
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
