package org.converge4j.train.layer;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** Any other loss of DL4J's, computed by DL4J. */
public final class OtherHead<A> implements Head<A> {
    private final Kernel<A> kernel;
    private final IActivation activation;
    private final ILossFunction loss;
    private final int units;

    public OtherHead(Kernel<A> kernel, IActivation activation, ILossFunction loss, int units) {
        this.kernel = kernel;
        this.activation = activation;
        this.loss = loss;
        this.units = units;
    }

    @Override
    public double judge(A sums, A targets, A deltas, int rows) {
        INDArray z = table(sums, rows);
        INDArray y = table(targets, rows);
        double score = loss.computeScore(y, z.dup(), activation, null, false);
        read(loss.computeGradient(y, z.dup(), activation, null), deltas, rows);
        read(activation.getActivation(z, false), sums, rows);
        return score;
    }

    private INDArray table(A numbers, int rows) {
        INDArray table = Nd4j.create(kernel.numeric().type(), rows, units);
        kernel.put(Tables.memory(kernel, table), numbers, 0, rows * units);
        return table;
    }

    private void read(INDArray table, A numbers, int rows) {
        kernel.get(Tables.memory(kernel, Tables.plain(table)), numbers, 0, rows * units);
    }
}
