package org.converge4j.problem;

import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** One layer, no activation, mean squared error: PyTorch's {@code Linear(features, targets)} with {@code MSELoss}. */
@About(value = "Linear(features, targets) with mean squared error", family = Family.BUILT_IN, source = "the article")
public record Linear() implements Network {
    @Override
    public MultiLayerConfiguration configure(int features, int targets, DataType type) {
        return new NeuralNetConfiguration.Builder()
                .dataType(type)
                .list()
                .layer(new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(features)
                        .nOut(targets)
                        .activation(Activation.IDENTITY)
                        .build())
                .build();
    }

    @Override
    public boolean isLeastSquares() {
        return true;
    }
}
