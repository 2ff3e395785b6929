package org.converge4j.train.network;

import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.train.step.CountedObjective;
import org.converge4j.train.step.Differences;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A plain DL4J network on the rows of a step. */
final class NetworkObjective extends CountedObjective {
    private final DifferentiableNetwork network;
    private @Nullable DataSet batch;
    private double loss;
    private double[] start = {};

    NetworkObjective(DifferentiableNetwork network) {
        this.network = network;
    }

    /** Turns to the batch of a step, whose loss is known; the network's parameters are those that it starts from. */
    NetworkObjective turn(DataSet rows, double mean) {
        batch = rows;
        loss = mean;
        start = new double[0];
        return this;
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    protected double[] start() {
        if (start.length == 0) {
            start = network.parameters().dup().data().asDouble();
        }
        return start;
    }

    @Override
    protected double rounding() {
        return network.parameters().dataType() == DataType.DOUBLE ? Differences.DOUBLE : Differences.FLOAT;
    }

    @Override
    protected double evaluate(double[] at, double @Nullable [] gradient) {
        if (batch == null) {
            throw new IllegalStateException("asked before the first step");
        }
        start(); // is kept before it is overwritten
        network.set(at);
        double mean = network.differentiate(batch.getFeatures(), batch.getLabels());
        if (gradient != null) {
            INDArray sum = network.gradient();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = sum.getDouble(i) / batch.numExamples();
            }
        }
        return mean;
    }
}
