package org.converge4j.train.network;

import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.train.step.CountedObjective;
import org.converge4j.train.step.Differences;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;

/** A DL4J network on the rows of a step. */
abstract class NetworkObjective extends CountedObjective {
    private final DifferentiableNetwork network;
    private @Nullable DataSet batch;
    private double loss;
    private double[] start = {};

    NetworkObjective(DifferentiableNetwork network) {
        this.network = network;
    }

    /** Turns to the batch of a step, whose loss is known; the network's parameters are those that it starts from. */
    final NetworkObjective turn(DataSet rows, double mean) {
        batch = rows;
        loss = mean;
        start = new double[0];
        return this;
    }

    /** A copy of the parameters that the trial's updater governs, as the network has them now. */
    abstract double[] parameters();

    /** Gives the network others. */
    abstract void put(double[] parameters);

    /**
     * The loss of some rows.
     *
     * @param gradient by the governed parameters, to be overwritten; null if none is wanted
     */
    abstract double differentiate(DataSet rows, double @Nullable [] gradient);

    @Override
    public final double loss() {
        return loss;
    }

    @Override
    protected final double[] start() {
        if (start.length == 0) {
            start = parameters();
        }
        return start;
    }

    @Override
    protected final double rounding() {
        return network.parameters().dataType() == DataType.DOUBLE ? Differences.DOUBLE : Differences.FLOAT;
    }

    @Override
    protected final double evaluate(double[] at, double @Nullable [] gradient) {
        if (batch == null) {
            throw new IllegalStateException("asked before the first step");
        }
        start(); // is kept before it is overwritten
        put(at);
        return differentiate(batch, gradient);
    }
}
