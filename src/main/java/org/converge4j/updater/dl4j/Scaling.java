package org.converge4j.updater.dl4j;

import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What DL4J's {@code Sgd} does to a gradient before an algorithm sees it.
 *
 * @param rate factor on every gradient
 */
record Scaling(double rate) implements Updater {
    @Override
    public void update(
            Trainable layer, Gradient gradient, int iteration, int epoch, int batchSize, LayerWorkspaceMgr workspaces) {
        gradient.gradient().muli(rate);
    }

    @Override
    public void setStateViewArray(Trainable layer, INDArray view, boolean initialize) {
        throw new UnsupportedOperationException("nothing is remembered");
    }

    @Override
    public INDArray getStateViewArray() {
        return Nd4j.empty();
    }
}
