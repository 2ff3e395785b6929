package org.converge4j.problem.network;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.problem.data.Data;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A multilayer perceptron: dense layers with one activation, then a linear layer with mean squared error, or with softmax and
 * cross-entropy where a class is predicted.
 *
 * @param hidden the width of each hidden layer, from input to output
 * @param activation of the hidden layers
 */
@About(
        value = "Dense layers, then mean squared error, or softmax and cross-entropy for classes",
        family = Family.BUILT_IN,
        source = "Rumelhart, Hinton & Williams, Learning representations by back-propagating errors, 1986")
public record Mlp(
        @Setting(value = "the width of each hidden layer", atLeast = 1, atMost = 100_000)
        List<Integer> hidden,

        @Setting("what hidden layers do to their sums") HiddenActivation activation)
        implements BuiltIn {
    public Mlp() {
        this(List.of(32), HiddenActivation.TANH);
    }

    public Mlp {
        hidden = List.copyOf(hidden);
    }

    @Override
    public MultiLayerConfiguration configure(Data data, DataType type) {
        NeuralNetConfiguration.ListBuilder layers =
                new NeuralNetConfiguration.Builder().dataType(type).list();
        int inputs = data.features();
        for (int width : hidden) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(inputs)
                    .nOut(width)
                    .activation(activation.inDl4j())
                    .build());
            inputs = width;
        }
        return layers.layer(Outputs.layer(inputs, data)).build();
    }

    @Override
    public boolean isLeastSquares() {
        return hidden.isEmpty();
    }
}
