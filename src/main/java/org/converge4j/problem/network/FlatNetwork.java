package org.converge4j.problem.network;

import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * What both kinds of DL4J's networks have in common: parameters and gradient as flat views, rows folded into what they take and
 * unfolded from what they give, constraints, and the end.
 */
abstract class FlatNetwork implements DifferentiableNetwork {
    private final Model network;
    private final RowShape input;
    private final RowShape output;
    private final INDArray parameters;
    private final INDArray gradient;

    /**
     * @param gradient of all parameters, in their order; a view
     */
    FlatNetwork(Model network, INDArray gradient, RowShape input, RowShape output) {
        this.network = network;
        this.input = input;
        this.output = output;
        this.parameters = network.params().reshape(network.numParams()); // a view
        this.gradient = gradient.reshape(network.numParams());
    }

    /** As {@link #differentiate(INDArray, INDArray)}, of rows as the network takes them. */
    abstract double differentiate(DataSet rows);

    /** As {@link #loss(INDArray, INDArray)}. */
    abstract double loss(DataSet rows);

    /** What the network gives for rows without targets. */
    abstract INDArray output(DataSet rows);

    @Override
    public final double differentiate(INDArray x, INDArray y) {
        return differentiate(folded(x, y));
    }

    @Override
    public final double loss(INDArray x, INDArray y) {
        return loss(folded(x, y));
    }

    @Override
    public final INDArray output(INDArray x) {
        return output.unfold(
                output(new DataSet(input.fold(x), null, input.mask(x).orElse(null), null)));
    }

    /** As {@link #products(INDArray)}, of a row as the network takes it. */
    abstract long productsOf(INDArray row);

    @Override
    public final long products(INDArray row) {
        return productsOf(input.fold(row));
    }

    private DataSet folded(INDArray x, INDArray y) {
        return new DataSet(
                input.fold(x),
                output.fold(y),
                input.mask(x).orElse(null),
                output.mask(y).orElse(null));
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
