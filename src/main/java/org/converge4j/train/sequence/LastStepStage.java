package org.converge4j.train.sequence;

import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.Shape;
import org.converge4j.train.layer.Stage;

/** The last step of each sequence. */
public final class LastStepStage<A> implements Stage<A> {
    private final Arithmetic<A> arithmetic;
    private final int units;
    private final int size;
    private final A numbers;
    private final A back;

    /**
     * @param shape channels, and steps as its width
     * @param most rows
     */
    public LastStepStage(Kernel<A> kernel, Shape shape, int most) {
        this.arithmetic = kernel.numeric().arithmetic();
        this.units = shape.channels();
        this.size = shape.size();
        this.numbers = arithmetic.zeros(most * units);
        this.back = arithmetic.zeros(most * size);
    }

    @Override
    public Shape out() {
        return Shape.flat(units);
    }

    @Override
    public A forward(A in, int rows) {
        for (int row = 0; row < rows; row++) {
            arithmetic.copy(in, (row + 1) * size - units, numbers, row * units, units);
        }
        return numbers;
    }

    @Override
    public A backward(A deltas, int rows) {
        for (int row = 0; row < rows; row++) {
            arithmetic.fill(back, row * size, size, 0);
            arithmetic.copy(deltas, row * units, back, (row + 1) * size - units, units);
        }
        return back;
    }
}
