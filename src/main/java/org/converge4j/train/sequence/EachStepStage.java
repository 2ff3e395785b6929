package org.converge4j.train.sequence;

import org.converge4j.train.layer.Shape;
import org.converge4j.train.layer.Stage;

/**
 * A layer that takes each step of a sequence for a row.
 *
 * @param stage of so many times as many rows
 * @param steps of a sequence
 */
public record EachStepStage<A>(Stage<A> stage, int steps) implements Stage<A> {
    @Override
    public Shape out() {
        return new Shape(stage.out().size(), 1, steps);
    }

    @Override
    public A forward(A in, int rows) {
        return stage.forward(in, rows * steps);
    }

    @Override
    public A train(A in, int rows) {
        return stage.train(in, rows * steps);
    }

    @Override
    public A backward(A deltas, int rows) {
        return stage.backward(deltas, rows * steps);
    }

    @Override
    public void close() {
        stage.close();
    }
}
