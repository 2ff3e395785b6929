package org.converge4j.train.sequence;

import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.Weights;

/** The weights, one a unit, by which a gate of Graves' LSTM sees its own cell. */
final class Peephole<A> {
    private final Kernel<A> kernel;
    private final Arithmetic<A> arithmetic;
    private final Weights weights;
    private final A perRow;
    private final A products;
    private final A room;

    /**
     * @param most rows
     */
    Peephole(Kernel<A> kernel, Weights weights, int most) {
        this.kernel = kernel;
        this.arithmetic = kernel.numeric().arithmetic();
        this.weights = weights;
        this.perRow = arithmetic.zeros(most * weights.length());
        this.products = arithmetic.zeros(most * weights.length());
        this.room = arithmetic.zeros(weights.length());
    }

    /** Reads the weights, which are new in each step of training. */
    void read(int rows) {
        int units = weights.length();
        kernel.get(weights.values(), room, 0, units);
        for (int unit = 0; unit < units; unit++) {
            arithmetic.fill(perRow, unit * rows, rows, arithmetic.get(room, unit));
        }
    }

    /** Adds numbers times their weights: of cells to sums, or of a gate's deltas to the cells'. */
    void add(A z, A numbers, int rows) {
        arithmetic.addOne(z, rows * weights.length(), numbers, perRow);
    }

    /** Begins a way back. */
    void turn(int rows) {
        arithmetic.fill(products, 0, rows * weights.length(), 0);
    }

    /** Takes what a step contributes to the weights' gradient. */
    void learn(A deltas, A cells, int rows) {
        arithmetic.addOne(products, rows * weights.length(), deltas, cells);
    }

    /** Ends the way back: adds to the gradient. */
    void finish(int rows) {
        int units = weights.length();
        kernel.get(weights.gradient(), room, 0, units);
        kernel.sumRuns(products, 0, units, rows, room);
        kernel.put(weights.gradient(), room, 0, units);
    }
}
