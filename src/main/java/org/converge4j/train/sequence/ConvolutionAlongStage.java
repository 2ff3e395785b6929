package org.converge4j.train.sequence;

import org.bytedeco.javacpp.Pointer;
import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.Shape;
import org.converge4j.train.layer.Stage;
import org.converge4j.train.layer.Weights;
import org.converge4j.train.layer.Window;

/**
 * A convolution along sequences, as one product of matrices: a line holds what the window covers at one place, step by step. DL4J
 * keeps these weights the other way round than those of planes: those of a step, then of an input, side by side.
 */
public final class ConvolutionAlongStage<A> implements Stage<A> {
    private final Kernel<A> kernel;
    private final Arithmetic<A> arithmetic;
    private final Weights weights;
    private final Weights biases;
    private final Window window;
    private final int maps;
    private final int covered;
    private final boolean isFirst;
    private final Pointer taken;
    private final Pointer given;
    private final A lines;
    private final A sums;
    private final A back;
    private final A bias;

    /**
     * @param biases of length 0 if there are none
     * @param window over sequences as planes of one row
     * @param maps how many numbers it gives at a place
     * @param isFirst whether nobody wants the derivatives by what it takes
     * @param most rows
     */
    public ConvolutionAlongStage(
            Kernel<A> kernel, Weights weights, Weights biases, Window window, int maps, boolean isFirst, int most) {
        this.kernel = kernel;
        this.arithmetic = kernel.numeric().arithmetic();
        this.weights = weights;
        this.biases = biases;
        this.window = window;
        this.maps = maps;
        this.covered = window.width() * window.in().channels();
        this.isFirst = isFirst;
        int places = most * window.columns();
        this.taken = kernel.allocate((long) places * covered);
        this.given = kernel.allocate((long) places * maps);
        this.lines = arithmetic.zeros(places * covered);
        this.sums = arithmetic.zeros(places * maps);
        this.back = arithmetic.zeros(isFirst ? 0 : most * window.in().size());
        this.bias = arithmetic.zeros(maps);
    }

    @Override
    public Shape out() {
        return window.out(maps);
    }

    @Override
    public A forward(A in, int rows) {
        int places = rows * window.columns();
        int channels = window.in().channels();
        walk(rows, (line, step) -> arithmetic.copy(in, step, lines, line, channels));
        kernel.put(taken, lines, 0, places * covered);
        kernel.multiply(taken, false, weights.values(), false, places, maps, covered, 0, given);
        kernel.get(given, sums, 0, places * maps);
        if (biases.length() > 0) {
            kernel.get(biases.values(), bias, 0, maps);
            kernel.addToRows(sums, places, bias, maps);
        }
        return sums;
    }

    @Override
    public A backward(A deltas, int rows) {
        int places = rows * window.columns();
        if (biases.length() > 0) {
            kernel.get(biases.gradient(), bias, 0, maps);
            kernel.sumRows(deltas, places, bias, maps);
            kernel.put(biases.gradient(), bias, 0, maps);
        }
        kernel.put(given, deltas, 0, places * maps);
        kernel.multiply(taken, true, given, false, covered, maps, places, 1, weights.gradient());
        if (!isFirst) {
            kernel.multiply(given, false, weights.values(), true, places, covered, maps, 0, taken);
            kernel.get(taken, lines, 0, places * covered);
            arithmetic.fill(back, 0, rows * window.in().size(), 0);
            int channels = window.in().channels();
            walk(rows, (line, step) -> kernel.scatter(lines, line, back, step, 1, channels));
            arithmetic.fill(lines, 0, places * covered, 0);
        }
        return back;
    }

    /** Goes through the steps that are covered; what lies outside stays 0. */
    private void walk(int rows, Covered each) {
        int channels = window.in().channels();
        for (int row = 0; row < rows; row++) {
            for (int place = 0; place < window.columns(); place++) {
                for (int cell = 0; cell < window.width(); cell++) {
                    int step = window.column(place, cell);
                    if (window.isColumn(step)) {
                        int line = (row * window.columns() + place) * covered + cell * channels;
                        each.at(line, (row * window.in().width() + step) * channels);
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        taken.close();
        given.close();
    }

    /** A step under a cell of the window. */
    private interface Covered {
        /**
         * @param line where it is kept
         * @param step where it lies in the rows
         */
        void at(int line, int step);
    }
}
