package org.converge4j.train.layer;

import org.converge4j.train.dense.Arithmetic;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.DropOutInverted;
import org.nd4j.linalg.factory.Nd4j;

/** Dropout of single numbers: which ones, ND4J's generator decides, in the order in which DL4J asks it. */
public final class DropoutStage<A> implements Stage<A> {
    private final Kernel<A> kernel;
    private final double kept;
    private final Shape shape;
    private final A factors;
    private final A numbers;
    private INDArray mask;

    /**
     * @param kept probability of a number to stay
     * @param most rows, those of a batch
     */
    public DropoutStage(Kernel<A> kernel, double kept, Shape shape, int most) {
        this.kernel = kernel;
        this.kept = kept;
        this.shape = shape;
        this.factors = kernel.numeric().arithmetic().zeros(most * shape.size());
        this.numbers = kernel.numeric().arithmetic().zeros(most * shape.size());
        this.mask = mask(most);
    }

    private INDArray mask(int rows) {
        return Nd4j.createUninitialized(kernel.numeric().type(), rows, shape.size());
    }

    @Override
    public Shape out() {
        return shape;
    }

    @Override
    public A forward(A in, int rows) {
        return in;
    }

    @Override
    public A train(A in, int rows) {
        if (mask.size(0) != rows) {
            mask.close();
            mask = mask(rows);
        }
        mask.assign(1);
        Nd4j.getExecutioner().exec(new DropOutInverted(mask, mask, kept));
        kernel.get(Tables.memory(kernel, mask), factors, 0, rows * shape.size());
        kernel.numeric().arithmetic().copy(in, 0, numbers, 0, rows * shape.size());
        kernel.numeric().arithmetic().multiply(numbers, factors);
        return numbers;
    }

    @Override
    public A backward(A deltas, int rows) {
        Arithmetic<A> arithmetic = kernel.numeric().arithmetic();
        arithmetic.copy(deltas, 0, numbers, 0, rows * shape.size());
        arithmetic.multiply(numbers, factors);
        return numbers;
    }

    @Override
    public void close() {
        mask.close();
    }
}
