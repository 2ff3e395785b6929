package org.converge4j.problem.network;

import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What both kinds of DL4J's networks have in common: parameters and gradient as flat views, constraints, and the end. */
abstract class FlatNetwork implements DifferentiableNetwork {
    private final Model network;
    private final INDArray parameters;
    private final INDArray gradient;

    /**
     * @param gradient of all parameters, in their order; a view
     */
    FlatNetwork(Model network, INDArray gradient) {
        this.network = network;
        this.parameters = network.params().reshape(network.numParams()); // a view
        this.gradient = gradient.reshape(network.numParams());
    }

    @Override
    public final INDArray parameters() {
        return parameters;
    }

    @Override
    public final INDArray gradient() {
        return gradient;
    }

    @Override
    public final void constrain(int iteration) {
        network.applyConstraints(iteration, 0);
    }

    @Override
    public final void close() {
        DifferentiableNetwork.free(
                network.params(), network.getGradientsViewArray()); // not the views: those cannot be closed
    }
}
