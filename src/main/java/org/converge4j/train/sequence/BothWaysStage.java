package org.converge4j.train.sequence;

import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.Shape;
import org.converge4j.train.layer.Stage;

/** A layer along sequences and another one back from their end, their numbers of each step beside each other, or as one. */
public final class BothWaysStage<A> implements Stage<A> {
    private final Arithmetic<A> arithmetic;
    private final Stage<A> along;
    private final Stage<A> against;
    private final Joint joint;
    private final int inputs;
    private final int units;
    private final int steps;
    private final A turned;
    private final A outputs;
    private final A first;
    private final A second;
    private final A slopes;
    private final A slopesTurned;
    private final A back;

    /**
     * @param in what a row is
     * @param isFirst whether nobody wants the derivatives by what it takes
     * @param most rows
     */
    public BothWaysStage(
            Kernel<A> kernel, Stage<A> along, Stage<A> against, Joint joint, Shape in, boolean isFirst, int most) {
        this.arithmetic = kernel.numeric().arithmetic();
        this.along = along;
        this.against = against;
        this.joint = joint;
        this.inputs = in.channels();
        this.units = along.out().channels();
        this.steps = in.width();
        int size = most * steps * units;
        this.turned = arithmetic.zeros(most * in.size());
        this.outputs = arithmetic.zeros(joint == Joint.BESIDE ? 2 * size : size);
        this.first = arithmetic.zeros(size);
        this.second = arithmetic.zeros(size);
        this.slopes = arithmetic.zeros(size);
        this.slopesTurned = arithmetic.zeros(size);
        this.back = arithmetic.zeros(isFirst ? 0 : most * in.size());
    }

    @Override
    public Shape out() {
        return new Shape(joint == Joint.BESIDE ? 2 * units : units, 1, steps);
    }

    @Override
    public A forward(A in, int rows) {
        turn(in, turned, inputs, rows);
        int size = rows * steps * units;
        arithmetic.copy(along.forward(in, rows), 0, first, 0, size);
        turn(against.forward(turned, rows), second, units, rows);
        if (joint == Joint.BESIDE) {
            for (int step = 0; step < rows * steps; step++) {
                arithmetic.copy(first, step * units, outputs, 2 * step * units, units);
                arithmetic.copy(second, step * units, outputs, (2 * step + 1) * units, units);
            }
            return outputs;
        }
        arithmetic.copy(first, 0, outputs, 0, size);
        if (joint == Joint.PRODUCT) {
            arithmetic.multiply(outputs, second);
        } else {
            arithmetic.addScaled(outputs, second, 1);
            arithmetic.multiply(outputs, joint.factor);
        }
        return outputs;
    }

    @Override
    public A backward(A deltas, int rows) {
        share(deltas, 0, second, rows);
        A one = along.backward(slopes, rows);
        share(deltas, 1, first, rows);
        turn(slopes, slopesTurned, units, rows);
        A other = against.backward(slopesTurned, rows);
        if (arithmetic.length(back) > 0) {
            turn(other, back, inputs, rows);
            arithmetic.addScaled(back, one, 1);
        }
        return back;
    }

    /** The derivatives by what one of the two gave: the first, 0, or the second, 1. */
    private void share(A deltas, int which, A other, int rows) {
        int size = rows * steps * units;
        if (joint == Joint.BESIDE) {
            for (int step = 0; step < rows * steps; step++) {
                arithmetic.copy(deltas, (2 * step + which) * units, slopes, step * units, units);
            }
            return;
        }
        arithmetic.copy(deltas, 0, slopes, 0, size);
        if (joint == Joint.PRODUCT) {
            arithmetic.multiply(slopes, other);
        } else {
            arithmetic.multiply(slopes, joint.factor);
        }
    }

    /** Turns the steps of each row round. */
    private void turn(A from, A to, int width, int rows) {
        for (int row = 0; row < rows; row++) {
            for (int step = 0; step < steps; step++) {
                arithmetic.copy(from, (row * steps + step) * width, to, ((row + 1) * steps - 1 - step) * width, width);
            }
        }
    }

    @Override
    public void close() {
        along.close();
        against.close();
    }

    /** What becomes of the two. */
    public enum Joint {
        BESIDE(1),
        SUM(1),
        MEAN(0.5),
        PRODUCT(1);

        private final double factor;

        Joint(double factor) {
            this.factor = factor;
        }
    }
}
