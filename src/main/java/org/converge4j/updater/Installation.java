package org.converge4j.updater;

import java.util.ArrayList;
import java.util.List;
import org.converge4j.catalog.Exports;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Decay;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
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
        Exports.refusal(updater).ifPresent(why -> {
            throw new IllegalArgumentException(updater + ": " + why + ".");
        });
    }

    /**
     * Gives every layer that learns this updater and its decay; frozen layers stay as they are.
     *
     * @throws IllegalArgumentException if a layer has a regularisation of its own and the updater decays, too; or if the updater needs
     *     what DL4J's {@code fit} does not show
     */
    public static void install(MultiLayerConfiguration network, Updater updater) {
        Installation installation = new Installation(updater);
        network.getConfs().forEach(conf -> installation.into(conf.getLayer(), conf));
    }

    /** The same for a graph. */
    public static void install(ComputationGraphConfiguration network, Updater updater) {
        Installation installation = new Installation(updater);
        network.getVertices().values().forEach(vertex -> {
            if (vertex instanceof LayerVertex layer) {
                installation.into(layer.getLayerConf().getLayer(), layer.getLayerConf());
            }
        });
    }

    private void into(Layer layer, NeuralNetConfiguration conf) {
        if (layer instanceof BaseLayer learning) {
            intoLearning(learning, conf);
        } else if (layer instanceof Bidirectional both) {
            into(both.getFwd(), conf);
            into(both.getBwd(), conf);
        } else if (layer instanceof BaseWrapperLayer wrapper && !(layer instanceof FrozenLayerWithBackprop)) {
            into(wrapper.getUnderlying(), conf);
        }
    }

    private void intoLearning(BaseLayer layer, NeuralNetConfiguration conf) {
        List<Regularization> around = new ArrayList<>();
        IUpdater rule = updater.toDl4j();
        if (updater instanceof Rule looking && !looking.reads().isEmpty()) {
            LayerArrays arrays = LayerArrays.of(layer, conf);
            layer.setIUpdater(new RuleUpdater(looking, arrays.weights()));
            layer.setBiasUpdater(new RuleUpdater(looking, arrays.biases()));
            if (looking.reads().contains(Reads.PARAMETERS)) {
                around.add(new Shown());
            }
        } else {
            layer.setIUpdater(rule);
            layer.setBiasUpdater(null);
        }
        Decay.Kind kind = updater.decay().kind();
        if (kind != Decay.Kind.NONE) {
            refuseSecondDecay(layer);
        }
        if (kind == Decay.Kind.COUPLED || kind == Decay.Kind.DECOUPLED) {
            around.add(decay(rule));
        }
        if (!around.isEmpty()) {
            layer.setRegularization(joined(layer.getRegularization(), around));
            layer.setRegularizationBias(joined(layer.getRegularizationBias(), around));
        }
    }

    private void refuseSecondDecay(BaseLayer layer) {
        if (!isEmpty(layer.getRegularization()) || !isEmpty(layer.getRegularizationBias())) {
            throw new IllegalArgumentException("layer " + layer.getLayerName()
                    + ": expected no regularisation of its own, found one; with the weight decay of " + updater
                    + " on top it would be applied twice.");
        }
    }

    private static List<Regularization> joined(List<Regularization> own, List<Regularization> more) {
        List<Regularization> all = isEmpty(own) ? new ArrayList<>() : new ArrayList<>(own);
        more.forEach(one -> all.add(one.clone()));
        return all;
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
