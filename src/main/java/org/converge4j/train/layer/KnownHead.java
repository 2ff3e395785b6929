package org.converge4j.train.layer;

import org.converge4j.train.dense.Activation;
import org.converge4j.train.dense.Arithmetic;

/** A loss that we compute. */
public final class KnownHead<A> implements Head<A> {
    private final Arithmetic<A> arithmetic;
    private final Kind kind;
    private final int units;

    /** What becomes of the sums, and what their loss is. */
    public enum Kind {
        /** Softmax with cross-entropy. */
        CLASSES,
        /** Sigmoids, each with the cross-entropy of two classes. */
        YES_OR_NO,
        /** Mean squared error of the sums themselves. */
        NUMBERS
    }

    public KnownHead(Kernel<A> kernel, Kind kind, int units) {
        this.arithmetic = kernel.numeric().arithmetic();
        this.kind = kind;
        this.units = units;
    }

    @Override
    public double judge(A sums, A targets, A deltas, int rows) {
        double[] loss = {0};
        if (kind == Kind.YES_OR_NO) {
            arithmetic.activate(Activation.SIGMOID, sums, rows * units);
            arithmetic.binaryCrossEntropy(deltas, sums, targets, rows * units, loss);
            return loss[0];
        }
        for (int at = 0; at < rows * units; at += units) {
            if (kind == Kind.CLASSES) {
                arithmetic.softmax(sums, at, units, 1);
                arithmetic.crossEntropy(deltas, sums, targets, at, units, 1, loss);
            } else {
                arithmetic.squaredError(deltas, sums, targets, at, units, 1, loss);
            }
        }
        return loss[0];
    }
}
