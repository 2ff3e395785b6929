package org.converge4j.problem;

import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;

/** A network's layers in words. */
final class LayerFacts {
    private LayerFacts() {}

    /** {@code DenseLayer 4 → 32 tanh, 160 parameters} for each layer, from input to output. */
    static List<String> of(MultiLayerConfiguration network) {
        return network.getConfs().stream().map(LayerFacts::of).toList();
    }

    /** One layer. */
    static String of(NeuralNetConfiguration conf) {
        Layer layer = conf.getLayer();
        StringBuilder words = new StringBuilder(layer.getClass().getSimpleName());
        if (layer instanceof FeedForwardLayer sized) {
            words.append(' ').append(sized.getNIn()).append(" → ").append(sized.getNOut());
        }
        if (layer instanceof BaseLayer activated && activated.getActivationFn() != null) {
            words.append(' ').append(activated.getActivationFn());
        }
        long parameters = layer.initializer().numParams(conf);
        return parameters == 0
                ? words.toString()
                : words.append(", ").append(parameters).append(" parameters").toString();
    }
}
