package org.converge4j.train.layer;

import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Any other activation of DL4J's, computed by DL4J: a handful of its calls, whatever the number of rows. */
public final class OtherActivationStage<A> implements Stage<A> {
    private final Kernel<A> kernel;
    private final IActivation activation;
    private final Shape shape;
    private final INDArray taken;
    private final A numbers;

    /**
     * @param most rows
     */
    public OtherActivationStage(Kernel<A> kernel, IActivation activation, Shape shape, int most) {
        this.kernel = kernel;
        this.activation = activation;
        this.shape = shape;
        this.taken = Nd4j.create(kernel.numeric().type(), most, shape.size());
        this.numbers = kernel.numeric().arithmetic().zeros(most * shape.size());
    }

    @Override
    public Shape out() {
        return shape;
    }

    @Override
    public A forward(A in, int rows) {
        kernel.put(memory(taken), in, 0, rows * shape.size());
        return read(activation.getActivation(Tables.first(taken, rows).dup('c'), true), rows);
    }

    @Override
    public A backward(A deltas, int rows) {
        INDArray after = Nd4j.create(kernel.numeric().type(), rows, shape.size());
        kernel.put(memory(after), deltas, 0, rows * shape.size());
        return read(
                activation.backprop(Tables.first(taken, rows).dup('c'), after).getFirst(), rows);
    }

    private A read(INDArray table, int rows) {
        kernel.get(memory(Tables.plain(table)), numbers, 0, rows * shape.size());
        return numbers;
    }

    private Pointer memory(INDArray table) {
        return Tables.memory(kernel, table);
    }

    @Override
    public void close() {
        taken.close();
    }
}
