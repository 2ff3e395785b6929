package org.converge4j.train.layer;

import org.bytedeco.javacpp.Pointer;

/** Weighted sums of all inputs for each unit. */
public final class DenseStage<A> implements Stage<A> {
    private final Kernel<A> kernel;
    private final Weights weights;
    private final Weights biases;
    private final int inputs;
    private final int units;
    private final boolean isByInput;
    private final boolean isFirst;
    private final Pointer taken;
    private final Pointer given;
    private final A sums;
    private final A back;
    private final A bias;

    /**
     * @param biases of length 0 if there are none
     * @param isByInput whether the weights of an input lie side by side; of a unit otherwise
     * @param isFirst whether nobody wants the derivatives by what it takes
     * @param most rows
     */
    public DenseStage(
            Kernel<A> kernel,
            Weights weights,
            Weights biases,
            int inputs,
            int units,
            boolean isByInput,
            boolean isFirst,
            int most) {
        this.kernel = kernel;
        this.weights = weights;
        this.biases = biases;
        this.inputs = inputs;
        this.units = units;
        this.isByInput = isByInput;
        this.isFirst = isFirst;
        this.taken = kernel.allocate((long) most * inputs);
        this.given = kernel.allocate((long) most * Math.max(inputs, units));
        this.sums = kernel.numeric().arithmetic().zeros(most * units);
        this.back = kernel.numeric().arithmetic().zeros(isFirst ? 0 : most * inputs);
        this.bias = kernel.numeric().arithmetic().zeros(units);
    }

    @Override
    public Shape out() {
        return Shape.flat(units);
    }

    @Override
    public A forward(A in, int rows) {
        kernel.put(taken, in, 0, rows * inputs);
        kernel.multiply(taken, false, weights.values(), !isByInput, rows, units, inputs, 0, given);
        kernel.get(given, sums, 0, rows * units);
        if (biases.length() > 0) {
            kernel.get(biases.values(), bias, 0, units);
            kernel.addToRows(sums, rows, bias, units);
        }
        return sums;
    }

    @Override
    public A backward(A deltas, int rows) {
        if (biases.length() > 0) {
            kernel.get(biases.gradient(), bias, 0, units);
            kernel.sumRows(deltas, rows, bias, units);
            kernel.put(biases.gradient(), bias, 0, units);
        }
        kernel.put(given, deltas, 0, rows * units);
        if (isByInput) {
            kernel.multiply(taken, true, given, false, inputs, units, rows, 1, weights.gradient());
        } else {
            kernel.multiply(given, true, taken, false, units, inputs, rows, 1, weights.gradient());
        }
        if (!isFirst) {
            kernel.multiply(given, false, weights.values(), isByInput, rows, inputs, units, 0, taken);
            kernel.get(taken, back, 0, rows * inputs);
        }
        return back;
    }

    @Override
    public void close() {
        taken.close();
        given.close();
    }
}
