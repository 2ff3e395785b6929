package org.converge4j.train.layer;

import org.bytedeco.javacpp.Pointer;
import org.converge4j.train.dense.Arithmetic;

/**
 * A convolution as a product of matrices for each row by itself: then everything stays in the processor's second cache, and a row's
 * bits do not depend on its place. A column holds what the window covers at one place; columns are kept for the way back.
 */
public final class ConvolutionStage<A> implements Stage<A> {
    private final Kernel<A> kernel;
    private final Arithmetic<A> arithmetic;
    private final Weights weights;
    private final Weights biases;
    private final Window window;
    private final int maps;
    private final int covered;
    private final boolean isFirst;
    private final Pointer memory;
    private final Pointer[] columns;
    private final Pointer given;
    private final A column;
    private final A columnBack;
    private final A sums;
    private final A back;
    private final A bias;

    /**
     * @param biases of length 0 if there are none
     * @param maps how many planes it gives
     * @param isFirst whether nobody wants the derivatives by what it takes
     * @param most rows
     */
    public ConvolutionStage(
            Kernel<A> kernel, Weights weights, Weights biases, Window window, int maps, boolean isFirst, int most) {
        this.kernel = kernel;
        this.arithmetic = kernel.numeric().arithmetic();
        this.weights = weights;
        this.biases = biases;
        this.window = window;
        this.maps = maps;
        this.covered = window.in().channels() * window.size();
        this.isFirst = isFirst;
        int length = covered * window.places();
        this.memory = kernel.allocate((long) most * length);
        this.columns = new Pointer[most];
        for (int row = 0; row < most; row++) {
            columns[row] = kernel.at(memory, (long) row * length);
        }
        this.given = kernel.allocate((long) maps * window.places());
        this.column = arithmetic.zeros(length);
        this.columnBack = arithmetic.zeros(isFirst ? 0 : length);
        this.sums = arithmetic.zeros(most * maps * window.places());
        this.back = arithmetic.zeros(isFirst ? 0 : most * window.in().size());
        this.bias = arithmetic.zeros(maps);
    }

    @Override
    public Shape out() {
        return window.out(maps);
    }

    @Override
    public A forward(A in, int rows) {
        int size = maps * window.places();
        for (int row = 0; row < rows; row++) {
            cover(in, row * window.in().size());
            kernel.put(columns[row], column, 0, covered * window.places());
            kernel.multiply(weights.values(), false, columns[row], false, maps, window.places(), covered, 0, given);
            kernel.get(given, sums, row * size, size);
        }
        if (biases.length() > 0) {
            kernel.get(biases.values(), bias, 0, maps);
            kernel.addToRuns(sums, rows * maps, window.places(), bias);
        }
        return sums;
    }

    @Override
    public A backward(A deltas, int rows) {
        int size = maps * window.places();
        if (biases.length() > 0) {
            kernel.get(biases.gradient(), bias, 0, maps);
            for (int row = 0; row < rows; row++) {
                kernel.sumRuns(deltas, row * size, maps, window.places(), bias);
            }
            kernel.put(biases.gradient(), bias, 0, maps);
        }
        if (!isFirst) {
            arithmetic.fill(back, 0, rows * window.in().size(), 0);
        }
        for (int row = 0; row < rows; row++) {
            kernel.put(given, deltas, row * size, size);
            kernel.multiply(given, false, columns[row], true, maps, covered, window.places(), 1, weights.gradient());
            if (!isFirst) {
                kernel.multiply(weights.values(), true, given, false, covered, window.places(), maps, 0, columns[row]);
                kernel.get(columns[row], columnBack, 0, covered * window.places());
                uncover(row * window.in().size());
            }
        }
        return back;
    }

    /** Fills a column for each place: what lies outside stays 0. */
    private void cover(A in, int from) {
        walk((cell, plane, first, last) -> {
            if (window.right() == 1) {
                arithmetic.copy(in, from + plane, column, cell + first, last - first);
            } else {
                kernel.gather(in, from + plane, window.right(), column, cell + first, last - first);
            }
        });
    }

    /** Adds the columns up where they came from. */
    private void uncover(int to) {
        walk((cell, plane, first, last) ->
                kernel.scatter(columnBack, cell + first, back, to + plane, window.right(), last - first));
    }

    private void walk(Strip strip) {
        int cell = 0;
        for (int channel = 0; channel < window.in().channels(); channel++) {
            for (int down = 0; down < window.height(); down++) {
                for (int right = 0; right < window.width(); right++) {
                    int first = window.firstInside(right);
                    int last = window.lastInside(right);
                    for (int place = 0; place < window.rows(); place++) {
                        int row = window.row(place, down);
                        if (window.isRow(row) && last > first) {
                            int plane = channel * window.in().plane()
                                    + row * window.in().width()
                                    + window.column(first, right);
                            strip.at(cell, plane, first, last);
                        }
                        cell += window.columns();
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        memory.close();
        given.close();
    }

    /** A line of places that one cell of the window passes. */
    private interface Strip {
        /**
         * @param cell where the line begins in the columns
         * @param plane where its first place inside lies in a row's planes
         * @param first place that is inside
         * @param last place after those
         */
        void at(int cell, int plane, int first, int last);
    }
}
