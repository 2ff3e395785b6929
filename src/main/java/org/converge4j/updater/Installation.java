package org.converge4j.updater;

import java.util.ArrayList;
import java.util.List;
import org.converge4j.experiment.Decay;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/**
 * Puts an updater into anyone's DL4J configuration, its weight decay included: on weights and biases of every layer that
 * learns, once. DL4J's own builder applies a weight decay set on the whole network twice, and neither on biases.
 */
public final class Installation {
    private final Updater updater;

    private Installation(Updater updater) {
        this.updater = updater;
    }

    /**
     * Gives every layer that learns this updater and its decay; frozen layers stay as they are.
     *
     * @throws IllegalArgumentException if a layer has a regularisation of its own and the updater decays, too
     */
    public static void install(MultiLayerConfiguration network, Updater updater) {
        Installation installation = new Installation(updater);
        network.getConfs().forEach(conf -> installation.into(conf.getLayer()));
    }

    /** The same for a graph. */
    public static void install(ComputationGraphConfiguration network, Updater updater) {
        Installation installation = new Installation(updater);
        network.getVertices().values().forEach(vertex -> {
            if (vertex instanceof LayerVertex layer) {
                installation.into(layer.getLayerConf().getLayer());
            }
        });
    }

    private void into(Layer layer) {
        if (layer instanceof BaseLayer learning) {
            intoLearning(learning);
        } else if (layer instanceof Bidirectional both) {
            into(both.getFwd());
            into(both.getBwd());
        } else if (layer instanceof BaseWrapperLayer wrapper && !(layer instanceof FrozenLayerWithBackprop)) {
            into(wrapper.getUnderlying());
        }
    }

    private void intoLearning(BaseLayer layer) {
        IUpdater rule = updater.toDl4j();
        layer.setIUpdater(rule);
        layer.setBiasUpdater(null);
        if (updater.decay().kind() == Decay.Kind.NONE) {
            return;
        }
        if (!isEmpty(layer.getRegularization()) || !isEmpty(layer.getRegularizationBias())) {
            throw new IllegalArgumentException("layer " + layer.getLayerName()
                    + ": expected no regularisation of its own, found one; with the weight decay of " + updater
                    + " on top it would be applied twice.");
        }
        layer.setRegularization(new ArrayList<>(List.of(decay(rule))));
        layer.setRegularizationBias(new ArrayList<>(List.of(decay(rule))));
    }

    private static boolean isEmpty(List<Regularization> list) {
        return list == null || list.isEmpty();
    }

    private Regularization decay(IUpdater rule) {
        double rate = updater.decay().rate();
        if (updater.decay().kind() == Decay.Kind.COUPLED) {
            return new L2Regularization(rate);
        }
        double ofDl4j = rule.hasLearningRate() ? rule.getLearningRate(0, 0) : 1;
        return new WeightDecay(rate * updater.learningRate() / ofDl4j, rule.hasLearningRate());
    }
}
