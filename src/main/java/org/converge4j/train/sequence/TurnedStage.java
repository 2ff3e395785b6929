package org.converge4j.train.sequence;

import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.Shape;
import org.converge4j.train.layer.Stage;

/** Turns sequences from step by step to channel by channel, as convolutions along them want it, or back. */
public final class TurnedStage<A> implements Stage<A> {
    private final Kernel<A> kernel;
    private final Shape shape;
    private final int lines;
    private final int length;
    private final A numbers;
    private final A back;

    /**
     * @param shape channels, and steps as its width
     * @param toChannels whether rows come step by step
     * @param most rows
     */
    public TurnedStage(Kernel<A> kernel, Shape shape, boolean toChannels, int most) {
        this.kernel = kernel;
        this.shape = shape;
        this.lines = toChannels ? shape.width() : shape.channels();
        this.length = shape.size() / lines;
        this.numbers = kernel.numeric().arithmetic().zeros(most * shape.size());
        this.back = kernel.numeric().arithmetic().zeros(most * shape.size());
    }

    @Override
    public Shape out() {
        return shape;
    }

    @Override
    public A forward(A in, int rows) {
        turn(in, numbers, lines, length, rows);
        return numbers;
    }

    @Override
    public A backward(A deltas, int rows) {
        turn(deltas, back, length, lines, rows);
        return back;
    }

    private void turn(A from, A to, int lines, int length, int rows) {
        for (int row = 0; row < rows; row++) {
            int at = row * shape.size();
            for (int i = 0; i < length; i++) {
                kernel.gather(from, at + i, length, to, at + i * lines, lines);
            }
        }
    }
}
