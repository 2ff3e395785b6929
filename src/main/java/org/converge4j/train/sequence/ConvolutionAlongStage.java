package org.converge4j.train.sequence;

import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.layer.DenseStage;
import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.Shape;
import org.converge4j.train.layer.Stage;
import org.converge4j.train.layer.Weights;
import org.converge4j.train.layer.Window;

/**
 * A convolution along sequences: a dense layer of lines, each of which holds what the window covers at one place, step by step. DL4J
 * keeps these weights the other way round than those of planes: those of a step, then of an input, side by side.
 */
public final class ConvolutionAlongStage<A> implements Stage<A> {
    private final Kernel<A> kernel;
    private final Arithmetic<A> arithmetic;
    private final DenseStage<A> dense;
    private final Window window;
    private final int maps;
    private final int covered;
    private final boolean isFirst;
    private final A lines;
    private final A back;

    /**
     * @param biases of length 0 if there are none
     * @param window over sequences as planes of one row
     * @param maps how many numbers it gives at a place
     * @param isFirst whether nobody wants the derivatives by what it takes
     * @param most rows
     */
    public ConvolutionAlongStage(
            Kernel<A> kernel, Weights weights, Weights biases, Window window, int maps, boolean isFirst, int most) {
        int places = most * window.columns();
        this.kernel = kernel;
        this.arithmetic = kernel.numeric().arithmetic();
        this.covered = window.width() * window.in().channels();
        this.dense = new DenseStage<>(kernel, weights, biases, covered, maps, true, isFirst, places);
        this.window = window;
        this.maps = maps;
        this.isFirst = isFirst;
        this.lines = arithmetic.zeros(places * covered);
        this.back = arithmetic.zeros(isFirst ? 0 : most * window.in().size());
    }

    @Override
    public Shape out() {
        return window.out(maps);
    }

    @Override
    public A forward(A in, int rows) {
        int channels = window.in().channels();
        walk(rows, (line, step) -> arithmetic.copy(in, step, lines, line, channels));
        return dense.forward(lines, rows * window.columns());
    }

    @Override
    public A backward(A deltas, int rows) {
        A linesBack = dense.backward(deltas, rows * window.columns());
        if (!isFirst) {
            arithmetic.fill(back, 0, rows * window.in().size(), 0);
            int channels = window.in().channels();
            walk(rows, (line, step) -> kernel.scatter(linesBack, line, back, step, 1, channels));
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
        dense.close();
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
