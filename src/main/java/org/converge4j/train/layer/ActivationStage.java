package org.converge4j.train.layer;

import org.converge4j.train.dense.Activation;
import org.converge4j.train.dense.Arithmetic;

/** One of the activations that we compute ourselves, number by number. */
public final class ActivationStage<A> implements Stage<A> {
    private final Arithmetic<A> arithmetic;
    private final Activation activation;
    private final Shape shape;
    private final A activations;

    /**
     * @param most rows
     */
    public ActivationStage(Kernel<A> kernel, Activation activation, Shape shape, int most) {
        this.arithmetic = kernel.numeric().arithmetic();
        this.activation = activation;
        this.shape = shape;
        this.activations = arithmetic.zeros(most * shape.size());
    }

    @Override
    public Shape out() {
        return shape;
    }

    @Override
    public A forward(A in, int rows) {
        arithmetic.copy(in, 0, activations, 0, rows * shape.size());
        arithmetic.activate(activation, activations, rows * shape.size());
        return activations;
    }

    @Override
    public A backward(A deltas, int rows) {
        arithmetic.differentiate(activation, deltas, activations, rows * shape.size());
        return deltas;
    }
}
