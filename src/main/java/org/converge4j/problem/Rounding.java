package org.converge4j.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.converge4j.experiment.Resolution;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.network.Configuration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** What rounding leaves of a network's loss, where the network solves its problem. */
final class Rounding {
    private Rounding() {}

    /** Of mean squared error and cross-entropy; nothing for other losses. */
    static Optional<Resolution> of(Configuration network, Data data) {
        List<Layer> layers = layers(network);
        return layers.stream()
                .flatMap(Rounding::loss)
                .reduce((one, other) -> other)
                .flatMap(loss -> of(loss, inputs(layers), data));
    }

    private static Stream<ILossFunction> loss(Layer layer) {
        return layer instanceof BaseOutputLayer output
                ? Stream.of(output.getLossFn())
                : layer instanceof LossLayer only
                        ? Stream.of(only.getLossFn())
                        : layer instanceof RnnLossLayer steps ? Stream.of(steps.getLossFn()) : Stream.empty();
    }

    private static Optional<Resolution> of(ILossFunction loss, int inputs, Data data) {
        if (loss instanceof LossMSE) {
            double squares = Arrays.stream(data.y()).map(y -> y * y).sum();
            double magnitude = 2 * Math.sqrt(squares / data.y().length); // what is predicted, and what is to be
            return Optional.of(Resolution.ofSquares(magnitude, inputs + 2, data.rows(), 0));
        }
        return loss instanceof LossMCXENT ? Optional.of(Resolution.ofLogarithms(data.targets())) : Optional.empty();
    }

    /** Numbers that are added up on the way from the features to an output. */
    private static int inputs(List<Layer> layers) {
        long inputs = 0;
        for (Layer layer : layers) {
            inputs += layer instanceof FeedForwardLayer sized ? sized.getNIn() : 0;
        }
        return (int) Math.min(Integer.MAX_VALUE / 2, inputs);
    }

    private static List<Layer> layers(Configuration network) {
        if (network instanceof Configuration.Layers layers) {
            return layers.configuration().getConfs().stream()
                    .map(NeuralNetConfiguration::getLayer)
                    .toList();
        }
        return network instanceof Configuration.Graph graph
                ? graph.configuration().getVertices().values().stream()
                        .flatMap(vertex -> vertex instanceof LayerVertex layer ? Stream.of(layer) : Stream.empty())
                        .map(vertex -> vertex.getLayerConf().getLayer())
                        .toList()
                : List.of();
    }
}
