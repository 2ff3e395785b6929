package org.converge4j.problem.network;

import java.util.List;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.problem.data.ProblemException;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;

/** How many parameters a network may have, counted before any is allocated. */
public final class Sizes {
    /** With gradient and the state of an updater, some three gigabytes. */
    private static final long MOST_PARAMETERS = 100_000_000;

    /** Beyond it, DL4J's own count could overflow. */
    private static final double MOST_WEIGHTS_OF_A_LAYER = 1e15;

    private Sizes() {}

    /**
     * Refuses networks of too many parameters.
     *
     * @param name of the network, for messages
     */
    public static void check(Configuration network, String name) {
        if (network instanceof Configuration.Layers layers) {
            checkLayers(layers.configuration(), name);
        } else if (network instanceof Configuration.Graph graph) {
            checkGraph(graph.configuration(), name);
        }
    }

    private static void checkLayers(MultiLayerConfiguration network, String name) {
        long parameters = 0;
        List<NeuralNetConfiguration> layers = network.getConfs();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i).getLayer();
            if (layer == null) {
                throw new ProblemException(name + ": layer " + i + ": " + Mismatch.of("a layer", "null"));
            }
            String where = name + ": layer " + i + " (" + layer.getClass().getSimpleName() + ")";
            checkWeights(layer, where);
            parameters = add(parameters, layer.initializer().numParams(layers.get(i)), where);
        }
    }

    private static void checkGraph(ComputationGraphConfiguration network, String name) {
        long parameters = 0;
        for (var vertex : network.getVertices().entrySet()) {
            parameters = add(parameters, vertex.getValue().numParams(false), name + ": vertex " + vertex.getKey());
        }
    }

    private static void checkWeights(Layer layer, String where) {
        if (layer instanceof FeedForwardLayer sized
                && sized.getNIn() * (double) sized.getNOut() > MOST_WEIGHTS_OF_A_LAYER) {
            throw refusal(where, sized.getNIn() + " inputs and " + sized.getNOut() + " outputs");
        }
    }

    private static long add(long before, long parameters, String where) {
        if (parameters < 0 || before + parameters > MOST_PARAMETERS) {
            throw refusal(where, Long.toString(before + parameters) + " with this one");
        }
        return before + parameters;
    }

    private static ProblemException refusal(String where, String found) {
        return new ProblemException(where + ": " + Mismatch.of("at most " + MOST_PARAMETERS + " parameters", found));
    }
}
