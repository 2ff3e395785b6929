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

    LayeredNetwork(MultiLayerNetwork network, RowShape input, RowShape output) {
        super(network, gradients(network), input, output);
        this.network = network;
    }

    private static INDArray gradients(MultiLayerNetwork network) {
        network.initGradientsView();
        return network.getFlattenedGradients();
    }

    @Override
    double differentiate(DataSet rows) {
        network.setInput(rows.getFeatures());
        network.setLabels(rows.getLabels());
        if (rows.hasMaskArrays()) {
            network.setLayerMaskArrays(rows.getFeaturesMaskArray(), rows.getLabelsMaskArray());
        }
        network.computeGradientAndScore();
        if (rows.hasMaskArrays()) {
            network.clearLayerMaskArrays();
        }
        return network.score();
    }

    @Override
    public void treatGradient(int rows, int iteration) {
        network.getUpdater().update(network, network.gradient(), iteration, 0, rows, LayerWorkspaceMgr.noWorkspaces());
    }

    @Override
    double loss(DataSet rows) {
        return network.score(rows, false);
    }

    @Override
    public double regularisation() {
        return network.calcRegularizationScore(true);
    }

    @Override
    INDArray output(DataSet rows) {
        return network.output(rows.getFeatures(), false, rows.getFeaturesMaskArray(), null);
    }

    @Override
    long productsOf(INDArray row) {
        List<INDArray> through = network.feedForward(row, false);
        long products = 0;
        for (int i = 0; i < network.getnLayers(); i++) {
            products += Products.of(network.getLayer(i), through.get(i), through.get(i + 1));
        }
        return products;
    }

    @Override
    public List<? extends Trainable> layers() {
        return Arrays.asList(network.getLayers());
    }
}
