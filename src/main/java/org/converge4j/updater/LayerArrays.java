package org.converge4j.updater;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How the parameter arrays of a layer are cut, as far as one updater has them: DL4J gives one to the weights of a layer and one to its
 * biases.
 *
 * @param weights of the arrays that multiply inputs
 * @param biases of the others
 */
record LayerArrays(Layout weights, Layout biases) {
    /** Of a layer that is configured whole, its number of inputs included. */
    static LayerArrays of(BaseLayer layer, NeuralNetConfiguration conf) {
        if (layer instanceof BatchNormalization) {
            throw new IllegalArgumentException("layer " + layer.getLayerName()
                    + ": batch normalisation, whose parameters DL4J shows to no regularisation; layers of"
                    + " other kinds are accepted.");
        }
        ParamInitializer initializer = layer.initializer();
        NeuralNetConfiguration own = conf.clone();
        own.setLayer(layer);
        long count = initializer.numParams(own);
        List<String> weights = new ArrayList<>();
        List<String> biases = new ArrayList<>();
        if (count > 0) {
            INDArray room = Nd4j.zeros(1, count);
            Map<String, INDArray> arrays = initializer.init(own, room, false);
            arrays.forEach((key, array) -> (initializer.isBiasParam(layer, key) ? biases : weights)
                    .add(Layout.text(Blocks.of(key, layer, key, array, 0))));
        }
        return new LayerArrays(checked(layer, weights), checked(layer, biases));
    }

    private static Layout checked(BaseLayer layer, List<String> arrays) {
        Layout layout = new Layout(arrays);
        if (layout.isAmbiguous()) {
            throw new IllegalArgumentException("layer " + layer.getLayerName()
                    + ": found arrays of one length and the shapes " + String.join(" and ", arrays)
                    + "; DL4J cannot tell their states apart. Other sizes are accepted.");
        }
        return layout;
    }
}
