package org.converge4j.train.layer;

import org.converge4j.train.dense.Arithmetic;

/** Softmax with cross-entropy, or mean squared error of the sums themselves. */
public final class KnownHead<A> implements Head<A> {
    private final Arithmetic<A> arithmetic;
    private final boolean isSoftmax;
    private final int units;

    public KnownHead(Kernel<A> kernel, boolean isSoftmax, int units) {
        this.arithmetic = kernel.numeric().arithmetic();
        this.isSoftmax = isSoftmax;
        this.units = units;
    }

    @Override
    public double judge(A sums, A targets, A deltas, int rows) {
        double[] loss = {0};
        for (int at = 0; at < rows * units; at += units) {
            if (isSoftmax) {
                arithmetic.softmax(sums, at, units, 1);
                arithmetic.crossEntropy(deltas, sums, targets, at, units, 1, loss);
            } else {
                arithmetic.squaredError(deltas, sums, targets, at, units, 1, loss);
            }
        }
        return loss[0];
    }
}
