package org.converge4j.problem.network;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;

/** A network's layers in words. */
public final class LayerFacts {
    private LayerFacts() {}

    /** {@code DenseLayer 4 → 32 tanh, 160 parameters} for each layer, from input to output. */
    public static List<String> of(Configuration network) {
        if (network instanceof Configuration.Layers layers) {
            return layers.configuration().getConfs().stream()
                    .map(LayerFacts::of)
                    .toList();
        }
        if (network instanceof Configuration.Graph graph) {
            return graph.configuration().getVertices().values().stream()
                    .map(vertex -> vertex instanceof LayerVertex layer
                            ? of(layer.getLayerConf())
                            : vertex.getClass().getSimpleName())
                    .toList();
        }
        return List.of();
    }

    /** One layer. */
    private static String of(NeuralNetConfiguration conf) {
        Layer layer = conf.getLayer();
        StringBuilder words = new StringBuilder();
        if (layer instanceof FrozenLayer frozen) {
            words.append("frozen ");
            layer = frozen.getLayer();
        }
        words.append(layer.getClass().getSimpleName());
        if (layer instanceof FeedForwardLayer sized) {
            words.append(' ').append(sized.getNIn()).append(" → ").append(sized.getNOut());
        }
        if (layer instanceof BaseLayer activated && activated.getActivationFn() != null) {
            words.append(' ').append(activated.getActivationFn());
        }
        long parameters = conf.getLayer().initializer().numParams(conf);
        return parameters == 0
                ? words.toString()
                : words.append(", ").append(parameters).append(" parameters").toString();
    }
}
