package org.converge4j.train.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Losses and gradients are compared with those that DL4J computes for the same configuration. */
class DenseReaderTest {
    private static final int ROWS = 7;

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of(List.of(), Activation.IDENTITY, LossFunction.MSE),
                Arguments.of(List.of(Activation.TANH), Activation.IDENTITY, LossFunction.MSE),
                Arguments.of(List.of(Activation.RELU), Activation.SOFTMAX, LossFunction.MCXENT),
                Arguments.of(List.of(Activation.SIGMOID), Activation.SOFTMAX, LossFunction.NEGATIVELOGLIKELIHOOD),
                Arguments.of(List.of(Activation.TANH, Activation.RELU), Activation.TANH, LossFunction.MSE),
                Arguments.of(List.of(Activation.IDENTITY), Activation.SOFTMAX, LossFunction.MSE),
                Arguments.of(List.of(Activation.RELU, Activation.TANH), Activation.SIGMOID, LossFunction.MSE));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void readsWhatDl4jComputes(List<Activation> hidden, Activation output, LossFunction loss) {
        MultiLayerConfiguration configuration = configuration(hidden, output, loss);
        DenseNetwork dense = DenseReader.read(configuration).orElseThrow();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        SplittableRandom random = new SplittableRandom(42);
        double[] start = random.doubles(dense.parameters(), -1, 1).toArray();
        double[] x = random.doubles((long) ROWS * dense.features(), -2, 2).toArray();
        double[] y = new double[ROWS * dense.targets()];
        for (int row = 0; row < ROWS; row++) {
            y[row * dense.targets() + row % dense.targets()] = 1; // one class each
        }
        network.setParams(Nd4j.createFromArray(start));
        network.setInput(Nd4j.createFromArray(x).reshape('c', ROWS, dense.features()));
        network.setLabels(Nd4j.createFromArray(y).reshape('c', ROWS, dense.targets()));
        network.computeGradientAndScore();

        DenseStack<double[]> stack = stack(dense, start, x, y);
        assertThat(stack.losses()[1] / ROWS).isEqualTo(network.score(), within(1e-14));
        double[] expected = network.getFlattenedGradients().dup().data().asDouble();
        double[] found = new double[expected.length];
        int[] places = dense.flatOrder();
        for (int i = 0; i < found.length; i++) {
            found[places[i]] = stack.gradient()[3 * i + 1];
        }
        assertThat(Arrays.stream(expected).map(Math::abs).max().orElseThrow()).isGreaterThan(0.01);
        assertThat(found).containsExactly(expected, within(1e-13));
    }

    @Test
    void leavesWhatIsNotPlainToDl4j() {
        DenseLayer dense = new DenseLayer.Builder()
                .nIn(3)
                .nOut(4)
                .activation(Activation.TANH)
                .build();
        assertThat(DenseReader.read(conf(dense))).isPresent();
        assertThat(DenseReader.read(conf(builder().dropOut(0.5).build()))).isEmpty();
        assertThat(DenseReader.read(conf(builder().l2(0.1).build()))).isEmpty();
        assertThat(DenseReader.read(conf(builder().hasBias(false).build()))).isEmpty();
        assertThat(DenseReader.read(conf(builder().hasLayerNorm(true).build()))).isEmpty();
        assertThat(DenseReader.read(conf(builder().activation(Activation.GELU).build())))
                .isEmpty();
        assertThat(DenseReader.read(conf(builder()
                        .gradientNormalization(GradientNormalization.ClipL2PerLayer)
                        .build())))
                .isEmpty();
        assertThat(DenseReader.read(conf(dense, new ActivationLayer(Activation.RELU))))
                .isEmpty();
        assertThat(DenseReader.read(conf(dense, new BatchNormalization()))).isEmpty();
    }

    private static DenseLayer.Builder builder() {
        return new DenseLayer.Builder().nIn(3).nOut(4).activation(Activation.TANH);
    }

    private static MultiLayerConfiguration conf(org.deeplearning4j.nn.conf.layers.Layer... layers) {
        NeuralNetConfiguration.ListBuilder list =
                new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE).list();
        for (var layer : layers) {
            list.layer(layer);
        }
        return list.layer(new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(4)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build();
    }

    /** The middle one of three replicas has the parameters; the others have none. */
    private static DenseStack<double[]> stack(DenseNetwork dense, double[] start, double[] x, double[] y) {
        Arithmetic<double[]> arithmetic = new DoubleArithmetic();
        DenseStack<double[]> stack = new DenseStack<>(arithmetic, dense, 3, ROWS);
        int[] places = dense.flatOrder();
        for (int i = 0; i < start.length; i++) {
            stack.parameters()[3 * i + 1] = start[places[i]];
        }
        double[] each = new double[3 * y.length];
        for (int i = 0; i < y.length; i++) {
            Arrays.fill(each, 3 * i, 3 * i + 3, y[i]);
        }
        stack.clear();
        stack.add(new Rows<>(x, true, 0, each, ROWS), true);
        return stack;
    }

    private static MultiLayerConfiguration configuration(
            List<Activation> hidden, Activation output, LossFunction loss) {
        NeuralNetConfiguration.ListBuilder layers =
                new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE).list();
        int width = 4;
        for (Activation activation : hidden) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(width)
                    .nOut(width + 1)
                    .activation(activation)
                    .build());
            width++;
        }
        return layers.layer(new OutputLayer.Builder(loss)
                        .nIn(width)
                        .nOut(3)
                        .activation(output)
                        .build())
                .build();
    }
}
