package org.converge4j.train.network;

import java.util.function.DoubleSupplier;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Looks at a network with other parameters for a moment. */
final class OtherParameters {
    private OtherParameters() {}

    /** What is measured at some parameters; the network has its own again afterwards, and its gradient is that of neither. */
    static double loss(DifferentiableNetwork network, double[] at, DoubleSupplier measure) {
        INDArray own = network.parameters().dup();
        try {
            network.set(at);
            return measure.getAsDouble();
        } finally {
            network.parameters().assign(own);
            DifferentiableNetwork.free(own);
        }
    }
}
