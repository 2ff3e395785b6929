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
    private final A product;
    private final A room;

    /**
     * @param most rows
     */
    Peephole(Kernel<A> kernel, Weights weights, int most) {
        this.kernel = kernel;
        this.arithmetic = kernel.numeric().arithmetic();
        this.weights = weights;
        this.perRow = arithmetic.zeros(most * weights.length());
        this.product = arithmetic.zeros(most * weights.length());
        this.room = arithmetic.zeros(weights.length());
    }

    /** Reads the weights, which are new in each step of training. */
    void read(int rows) {
        int units = weights.length();
        kernel.get(weights.values(), room, 0, units);
        for (int row = 0; row < rows; row++) {
            arithmetic.copy(room, 0, perRow, row * units, units);
        }
    }

    /** Adds numbers times their weights: of cells to sums, or of a gate's deltas to the cells'. */
    void add(A z, A numbers, int rows) {
        arithmetic.addOne(z, rows * weights.length(), numbers, perRow);
    }

    /** Adds to the weights' gradient what a step contributes. */
    void learn(A deltas, A cells, int rows) {
        int length = rows * weights.length();
        arithmetic.copy(deltas, 0, product, 0, length);
        arithmetic.multiply(product, cells);
        kernel.get(weights.gradient(), room, 0, weights.length());
        kernel.sumRows(product, rows, room, weights.length());
        kernel.put(weights.gradient(), room, 0, weights.length());
    }
}
