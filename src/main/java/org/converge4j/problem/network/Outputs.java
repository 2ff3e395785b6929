package org.converge4j.problem.network;

import org.converge4j.problem.data.Data;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The last layer of the built-in networks. */
final class Outputs {
    private Outputs() {}

    /**
     * No activation and mean squared error for a regression, PyTorch's {@code MSELoss}; softmax and cross-entropy for a
     * classification, its {@code CrossEntropyLoss}.
     *
     * @param inputs what comes in
     */
    static OutputLayer layer(int inputs, Data data) {
        return new OutputLayer.Builder(data.isClassification() ? LossFunction.MCXENT : LossFunction.MSE)
                .nIn(inputs)
                .nOut(data.targets())
                .activation(data.isClassification() ? Activation.SOFTMAX : Activation.IDENTITY)
                .build();
    }
}
