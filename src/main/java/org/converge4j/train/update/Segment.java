package org.converge4j.train.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Neighbouring parameters in DL4J's flat order.
 *
 * @param from the first
 * @param to after the last
 * @param governed whether the trial's updater changes them
 */
record Segment(long from, long to, boolean governed) {
    /** The segments of a network, in order, neighbours merged. */
    static List<Segment> of(DifferentiableNetwork network) {
        List<Segment> segments = new ArrayList<>();
        long at = 0;
        for (Trainable layer : network.layers()) {
            if (layer.numParams() == 0) {
                continue;
            }
            for (Map.Entry<String, INDArray> parameter : layer.paramTable(false).entrySet()) {
                long to = at + parameter.getValue().length();
                append(segments, new Segment(at, to, isGoverned(layer, parameter.getKey())));
                at = to;
            }
        }
        if (at != network.parameters().length()) {
            throw new IllegalStateException("layers of " + at + " parameters in a network of "
                    + network.parameters().length());
        }
        return segments;
    }

    private static void append(List<Segment> segments, Segment next) {
        int last = segments.size() - 1;
        if (last >= 0 && segments.get(last).governed == next.governed) {
            segments.set(last, new Segment(segments.get(last).from, next.to, next.governed));
        } else {
            segments.add(next);
        }
    }

    /** Whether the trial's updater changes a parameter array of a layer. */
    static boolean isGoverned(Trainable trainable, String parameter) {
        Object layer = trainable instanceof GraphVertex vertex && vertex.hasLayer() ? vertex.getLayer() : trainable;
        if (layer instanceof FrozenLayer || layer instanceof FrozenLayerWithBackprop) {
            return false;
        }
        IUpdater updater = trainable.getConfig().getUpdaterByParam(parameter);
        return updater != null && !(updater instanceof NoOp);
    }
}
