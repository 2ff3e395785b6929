package org.converge4j.train.engine;

import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.deeplearning4j.nn.api.Trainable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A DL4J network whose passes we compute, on DL4J's own parameters and gradient; all else is DL4J's. */
final class EngineNetwork implements DifferentiableNetwork {
    private final DifferentiableNetwork network;
    private final Program<?> program;
    private boolean hasBegun;

    EngineNetwork(DifferentiableNetwork network, Program<?> program) {
        this.network = network;
        this.program = program;
    }

    @Override
    public double differentiate(INDArray x, INDArray y) {
        INDArray gradient = network.gradient();
        Pointer.memset(
                gradient.data().addressPointer(),
                0,
                gradient.length() * gradient.dataType().width());
        return program.differentiate(x, y) / x.size(0) + network.regularisation();
    }

    @Override
    public double loss(INDArray x, INDArray y) {
        return see(x, y).loss();
    }

    @Override
    public INDArray output(INDArray x) {
        return see(x, Nd4j.zeros(x.dataType(), x.size(0), program.outputs())).outputs();
    }

    @Override
    public Seen see(INDArray x, INDArray y) {
        INDArray table = Nd4j.create(x.dataType(), x.size(0), program.outputs());
        return new Seen(table, program.see(x, y, table) / x.size(0) + network.regularisation());
    }

    @Override
    public INDArray parameters() {
        return network.parameters();
    }

    @Override
    public INDArray gradient() {
        return network.gradient();
    }

    @Override
    public void treatGradient(int rows, int iteration) {
        if (!hasBegun) {
            nameGradient();
            hasBegun = true;
        }
        network.treatGradient(rows, iteration);
    }

    /** DL4J knows its gradient by name once it has computed one: of two rows, since its batch normalisation fails at one. */
    private void nameGradient() {
        INDArray own = network.gradient().dup();
        DataType type = own.dataType();
        network.differentiate(Nd4j.zeros(type, 2, program.features()), Nd4j.zeros(type, 2, program.outputs()));
        network.gradient().assign(own);
    }

    @Override
    public void constrain(int iteration) {
        network.constrain(iteration);
    }

    @Override
    public double regularisation() {
        return network.regularisation();
    }

    @Override
    public long products(INDArray row) {
        return network.products(row);
    }

    @Override
    public List<? extends Trainable> layers() {
        return network.layers();
    }

    @Override
    public void close() {
        program.close();
        network.close();
    }
}
