package org.converge4j.train.sequence;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.converge4j.train.dense.Activation;
import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.Weights;

/** A quarter of an LSTM: one of its three gates, or the input that they let into the cell; what it gives at all steps. */
final class Gate<A> implements AutoCloseable {
    private static final double HALF = 0.5;

    private final Kernel<A> kernel;
    private final Arithmetic<A> arithmetic;
    private final Weights input;
    private final Weights recurrent;
    private final Weights biases;
    private final Activation activation;
    private final Optional<Peephole<A>> peephole;
    private final int inputs;
    private final int units;
    private final int steps;
    private final Track sums;
    private final List<A> values;
    private final A deltas;
    private final A halves;
    private final A bias;
    private final A biasSlopes;

    /**
     * @param input weights of the inputs, those of a unit side by side
     * @param recurrent the same of what the layer gave a step before
     * @param most rows
     */
    Gate(
            Kernel<A> kernel,
            Weights input,
            Weights recurrent,
            Weights biases,
            Activation activation,
            Optional<Peephole<A>> peephole,
            int steps,
            int most) {
        this.kernel = kernel;
        this.arithmetic = kernel.numeric().arithmetic();
        this.input = input;
        this.recurrent = recurrent;
        this.biases = biases;
        this.activation = activation;
        this.peephole = peephole;
        this.units = biases.length();
        this.inputs = input.length() / units;
        this.steps = steps;
        this.sums = new Track(kernel, steps, units, most);
        this.values = IntStream.range(0, steps)
                .mapToObj(step -> arithmetic.zeros(most * units))
                .toList();
        this.deltas = arithmetic.zeros(most * units);
        this.halves = arithmetic.zeros(most * units);
        arithmetic.fill(halves, 0, most * units, HALF);
        this.bias = arithmetic.zeros(units);
        this.biasSlopes = arithmetic.zeros(units);
    }

    /** What it gives at a step. */
    A value(int step) {
        return values.get(step);
    }

    /** Sums up what all steps take. */
    void take(Track taken, int rows) {
        sums.lay(rows);
        kernel.multiply(taken.all(), false, input.values(), true, steps * rows, units, inputs, 0, sums.all());
        kernel.get(biases.values(), bias, 0, units);
        peephole.ifPresent(weights -> weights.read(rows));
    }

    /** Completes the sums of a step by what the layer gave before; not at the first. */
    void recur(int step, Pointer before, int rows) {
        kernel.multiply(before, false, recurrent.values(), true, rows, units, units, 1, sums.at(step));
    }

    /**
     * Computes a step.
     *
     * @param cells that a peephole sees
     */
    void activate(int step, A cells, int rows) {
        A z = values.get(step);
        kernel.get(sums.at(step), z, 0, rows * units);
        kernel.addToRows(z, rows, bias, units);
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
    void turn() {
        kernel.get(biases.gradient(), biasSlopes, 0, units);
    }

    /**
     * Computes a step's deltas.
     *
     * @param slopes the derivatives of the loss by what was given, as a product with the factors
     * @param cells that its peephole saw
     */
    void learn(int step, A slopes, A factors, A cells, int rows) {
        arithmetic.copy(slopes, 0, deltas, 0, rows * units);
        arithmetic.multiply(deltas, factors);
        arithmetic.differentiate(activation, deltas, values.get(step), rows * units);
        kernel.put(sums.at(step), deltas, 0, rows * units);
        kernel.sumRows(deltas, rows, biasSlopes, units);
        peephole.ifPresent(weights -> weights.learn(deltas, cells, rows));
    }

    /** Adds the derivatives by the cells that its peephole saw, where it has one. */
    void addToCells(A slopes, int rows) {
        peephole.ifPresent(weights -> weights.add(slopes, deltas, rows));
    }

    /** Adds, or sets if {@code keep} is 0, the derivatives by what the layer gave before a step. */
    void recurBack(int step, int keep, Pointer before, int rows) {
        kernel.multiply(sums.at(step), false, recurrent.values(), false, rows, units, units, keep, before);
    }

    /**
     * Ends the way back: adds to the gradient.
     *
     * @param given by the layer
     */
    void finish(Track taken, Track given, int rows) {
        kernel.put(biases.gradient(), biasSlopes, 0, units);
        kernel.multiply(sums.all(), true, taken.all(), false, units, inputs, steps * rows, 1, input.gradient());
        if (steps > 1) {
            int count = (steps - 1) * rows;
            kernel.multiply(sums.at(1), true, given.all(), false, units, units, count, 1, recurrent.gradient());
        }
    }

    /** Adds, or sets if {@code keep} is 0, the derivatives by what all steps took. */
    void takeBack(int keep, Track taken, int rows) {
        kernel.multiply(sums.all(), false, input.values(), false, steps * rows, inputs, units, keep, taken.all());
    }

    @Override
    public void close() {
        sums.close();
    }
}
