package org.converge4j.train.sequence;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.converge4j.train.dense.Activation;
import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.Weights;

/**
 * A quarter of an LSTM: one of its three gates, or the input that they let into the cell; what it gives at all steps. A table holds the
 * rows of a unit side by side, and the quarters' sums lie one behind the other.
 */
final class Gate<A> {
    private static final double HALF = 0.5;

    private final Kernel<A> kernel;
    private final Arithmetic<A> arithmetic;
    private final Weights biases;
    private final Activation activation;
    private final Optional<Peephole<A>> peephole;
    private final int place;
    private final int units;
    private final List<A> values;
    private final A deltas;
    private final A allDeltas;
    private final A halves;
    private final A bias;
    private final A biasSlopes;

    /**
     * @param place among the quarters, from 0
     * @param most rows
     */
    Gate(
            Kernel<A> kernel,
            int place,
            Weights biases,
            Activation activation,
            Optional<Peephole<A>> peephole,
            int steps,
            int most) {
        this.kernel = kernel;
        this.arithmetic = kernel.numeric().arithmetic();
        this.place = place;
        this.biases = biases;
        this.activation = activation;
        this.peephole = peephole;
        this.units = biases.length();
        this.values = IntStream.range(0, steps)
                .mapToObj(step -> arithmetic.zeros(most * units))
                .toList();
        this.deltas = arithmetic.zeros(most * units);
        this.allDeltas = arithmetic.zeros(most * units);
        this.halves = arithmetic.zeros(most * units);
        arithmetic.fill(halves, 0, most * units, HALF);
        this.bias = arithmetic.zeros(units);
        this.biasSlopes = arithmetic.zeros(units);
    }

    /** What it gives at a step. */
    A value(int step) {
        return values.get(step);
    }

    /** Reads what is new in each step of training. */
    void read(int rows) {
        kernel.get(biases.values(), bias, 0, units);
        peephole.ifPresent(weights -> weights.read(rows));
    }

    /**
     * Computes a step.
     *
     * @param sums of all quarters
     * @param cells that a peephole sees
     */
    void activate(int step, A sums, A cells, int rows) {
        A z = values.get(step);
        arithmetic.copy(sums, place * units * rows, z, 0, units * rows);
        kernel.addToRuns(z, units, rows, bias);
        peephole.ifPresent(weights -> weights.add(z, cells, rows));
        if (activation == Activation.SIGMOID) {
            sigmoid(z, rows * units);
        } else {
            arithmetic.activate(activation, z, rows * units);
        }
    }

    /** 1/(1 + e⁻ᶻ) = ½ + ½ tanh ½z, and the hyperbolic tangent takes a third of the time of an exponential. */
    private void sigmoid(A z, int length) {
        arithmetic.multiply(z, HALF);
        arithmetic.activate(Activation.TANH, z, length);
        arithmetic.multiply(z, HALF);
        arithmetic.addScaled(z, halves, 1);
    }

    /** Begins a way back. */
    void turn(int rows) {
        arithmetic.fill(allDeltas, 0, rows * units, 0);
        peephole.ifPresent(weights -> weights.turn(rows));
    }

    /**
     * Computes a step's deltas.
     *
     * @param slopes the derivatives of the loss by what was given, as a product with the factors
     * @param cells that its peephole saw
     * @param all takes the deltas of all quarters
     */
    void learn(int step, A slopes, A factors, A cells, A all, int rows) {
        arithmetic.copy(slopes, 0, deltas, 0, rows * units);
        arithmetic.multiply(deltas, factors);
        arithmetic.differentiate(activation, deltas, values.get(step), rows * units);
        arithmetic.copy(deltas, 0, all, place * units * rows, rows * units);
        arithmetic.addScaled(allDeltas, deltas, 1);
        peephole.ifPresent(weights -> weights.learn(deltas, cells, rows));
    }

    /** Adds the derivatives by the cells that its peephole saw, where it has one. */
    void addToCells(A slopes, int rows) {
        peephole.ifPresent(weights -> weights.add(slopes, deltas, rows));
    }

    /** Ends the way back: adds to the gradient. */
    void finish(int rows) {
        peephole.ifPresent(weights -> weights.finish(rows));
        kernel.get(biases.gradient(), biasSlopes, 0, units);
        kernel.sumRuns(allDeltas, 0, units, rows, biasSlopes);
        kernel.put(biases.gradient(), biasSlopes, 0, units);
    }
}
