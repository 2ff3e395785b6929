package org.converge4j.problem.network;

import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.problem.data.Data;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * One layer: PyTorch's {@code Linear(features, targets)} with {@code MSELoss}, or with {@code CrossEntropyLoss} where a class
 * is predicted, which is logistic regression.
 */
@About(
        value = "Linear(features, targets) with mean squared error; with softmax and cross-entropy for classes",
        family = Family.BUILT_IN,
        source = "the article")
public record Linear() implements BuiltIn {
    @Override
    public MultiLayerConfiguration configure(Data data, DataType type) {
        return new NeuralNetConfiguration.Builder()
                .dataType(type)
                .list()
                .layer(Outputs.layer(data.features(), data))
                .build();
    }

    @Override
    public boolean isLeastSquares() {
        return true;
    }
}
