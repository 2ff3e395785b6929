package org.converge4j.train.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.train.layer.Head;
import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.Stage;
import org.converge4j.train.layer.Tables;
import org.converge4j.train.layer.Weights;
import org.converge4j.train.sequence.EachStepStage;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a configuration's passes are made of, before there is a network.
 *
 * @param <A> {@code double[]} or {@code float[]}
 * @param parts in the order of the forward pass
 * @param most rows of a block
 */
record Plan<A>(Kernel<A> kernel, List<Part<A>> parts, Head<A> head, int features, int most) {
    /** A stage that is not made yet. */
    interface Part<A> {
        /**
         * A new stage.
         *
         * @param layers by their names
         * @param most rows
         */
        Stage<A> stage(Map<String, Arrays> layers, int most);
    }

    /**
     * A stage of one layer.
     *
     * @param layer of the configuration that it belongs to
     * @param times how many rows it takes for one of the table
     */
    record LayerPart<A>(String layer, int times, Maker<A> maker) implements Part<A> {
        @Override
        public Stage<A> stage(Map<String, Arrays> layers, int most) {
            Stage<A> stage = maker.make(layers.getOrDefault(layer, Arrays.NONE), most * times);
            return times == 1 ? stage : new EachStepStage<>(stage, times);
        }
    }

    /** Makes a stage of its layer's arrays. */
    @FunctionalInterface
    interface Maker<A> {
        /**
         * A new stage.
         *
         * @param most rows
         */
        Stage<A> make(Arrays arrays, int most);
    }

    /** A layer's parameters where DL4J keeps them, by their names. */
    record Arrays(Map<String, Weights> named) {
        private static final Arrays NONE = new Arrays(Map.of());

        /** Of length 0 where the layer has none. */
        Weights of(String name) {
            return named.getOrDefault(name, Weights.NONE);
        }
    }

    /** The program on a network of the configuration, whose memory it reads and writes. */
    Program<A> on(DifferentiableNetwork network) {
        Map<String, Arrays> arrays = arrays(network);
        List<Stage<A>> stages =
                parts.stream().map(part -> part.stage(arrays, most)).toList();
        return new Program<>(kernel, stages, head, features, most);
    }

    private Map<String, Arrays> arrays(DifferentiableNetwork network) {
        Pointer parameters = Tables.memory(kernel, network.parameters());
        Pointer gradient = Tables.memory(kernel, network.gradient());
        Map<String, Arrays> arrays = new HashMap<>();
        int count = 0;
        long at = 0;
        for (Trainable layer : network.layers()) {
            Map<String, Weights> named = new HashMap<>();
            for (Map.Entry<String, INDArray> array : layer.paramTable(false).entrySet()) {
                int length = Math.toIntExact(array.getValue().length());
                named.put(array.getKey(), new Weights(kernel.at(parameters, at), kernel.at(gradient, at), length));
                at += length;
            }
            String name = layer instanceof GraphVertex vertex ? vertex.getVertexName() : Integer.toString(count);
            arrays.put(name, new Arrays(named));
            count++;
        }
        return arrays;
    }
}
