package org.converge4j.problem.network;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A {@code MultiLayerNetwork}. */
final class LayeredNetwork extends FlatNetwork {
    private final MultiLayerNetwork network;
    private final InputShape input;

    LayeredNetwork(MultiLayerNetwork network, InputShape input) {
        super(network, gradients(network));
        this.network = network;
        this.input = input;
    }

    private static INDArray gradients(MultiLayerNetwork network) {
        network.initGradientsView();
        return network.getFlattenedGradients();
    }

    @Override
    public double differentiate(INDArray x, INDArray y) {
        network.setInput(input.fold(x));
        network.setLabels(y);
        network.computeGradientAndScore();
        return network.score();
    }

    @Override
    public void treatGradient(int rows, int iteration) {
        network.getUpdater().update(network, network.gradient(), iteration, 0, rows, LayerWorkspaceMgr.noWorkspaces());
    }

    @Override
    public double loss(INDArray x, INDArray y) {
        return network.score(new DataSet(input.fold(x), y), false);
    }

    @Override
    public double regularisation() {
        return network.calcRegularizationScore(true);
    }

    @Override
    public INDArray output(INDArray x) {
        return network.output(input.fold(x), false);
    }

    @Override
    public List<? extends Trainable> layers() {
        return Arrays.asList(network.getLayers());
    }
}
