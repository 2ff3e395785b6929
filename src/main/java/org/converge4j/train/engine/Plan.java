package org.converge4j.train.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.javacpp.Pointer;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.train.layer.Head;
import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.Stage;
import org.converge4j.train.layer.Tables;
import org.converge4j.train.layer.Weights;
import org.deeplearning4j.nn.api.Trainable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a configuration's passes are made of, before there is a network.
 *
 * @param <A> {@code double[]} or {@code float[]}
 * @param parts in the order of the forward pass
 * @param most rows of a block
 */
record Plan<A>(Kernel<A> kernel, List<Part<A>> parts, Head<A> head, int features, int most) {
    /**
     * A stage that is not made yet.
     *
     * @param layer of the configuration that it belongs to
     * @param stage makes it of that layer's arrays
     */
    record Part<A>(int layer, Function<Arrays, Stage<A>> stage) {}

    /** A layer's parameters where DL4J keeps them, by their names. */
    record Arrays(Map<String, Weights> named, Weights none) {
        Weights weights() {
            return Optional.ofNullable(named.get("W")).orElseThrow();
        }

        /** Of length 0 where the layer has none. */
        Weights biases() {
            return named.getOrDefault("b", none);
        }
    }

    /** The program on a network of the configuration, whose memory it reads and writes. */
    Program<A> on(DifferentiableNetwork network) {
        List<Arrays> arrays = arrays(network);
        List<Stage<A>> stages = parts.stream()
                .map(part -> part.stage().apply(arrays.get(part.layer())))
                .toList();
        return new Program<>(kernel, stages, head, features, most);
    }

    private List<Arrays> arrays(DifferentiableNetwork network) {
        Pointer parameters = Tables.memory(kernel, network.parameters());
        Pointer gradient = Tables.memory(kernel, network.gradient());
        List<Arrays> arrays = new ArrayList<>();
        long at = 0;
        for (Trainable layer : network.layers()) {
            Map<String, Weights> named = new HashMap<>();
            for (Map.Entry<String, INDArray> array : layer.paramTable(false).entrySet()) {
                int length = Math.toIntExact(array.getValue().length());
                named.put(array.getKey(), new Weights(kernel.at(parameters, at), kernel.at(gradient, at), length));
                at += length;
            }
            arrays.add(new Arrays(named, new Weights(parameters, gradient, 0)));
        }
        return arrays;
    }
}
