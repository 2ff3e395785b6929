package org.converge4j.problem.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.network.Configuration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * Where a model begins and ends.
 *
 * @param first layers that the input goes through, in order
 * @param folding what is done to the input before the first of them
 * @param last the layer that is compared with the targets
 * @param outputs how many numbers it compares with a row's targets, or a step's; 0 where no layer says so
 */
record ModelEnds(List<Place> first, Optional<InputPreProcessor> folding, Place last, long outputs) {
    /**
     * A layer and where it is.
     *
     * @param name {@code layer 0}, {@code vertex out}
     */
    record Place(String name, Layer layer) {
        /** As messages begin: {@code layer 0 (LSTM): }. */
        String spoken() {
            return name + " (" + LayerKinds.unwrapped(layer).getClass().getSimpleName() + "): ";
        }
    }

    /**
     * Those of a configuration.
     *
     * @param name of the model, for messages
     */
    static ModelEnds of(Configuration configuration, String name) {
        return configuration instanceof Configuration.Layers layers
                ? layers(layers.configuration())
                : graph(((Configuration.Graph) configuration).configuration(), name);
    }

    private static ModelEnds layers(MultiLayerConfiguration model) {
        List<Place> all = new ArrayList<>();
        for (int i = 0; i < model.getConfs().size(); i++) {
            all.add(new Place("layer " + i, model.getConf(i).getLayer()));
        }
        return new ModelEnds(
                all, Optional.ofNullable(model.getInputPreProcess(0)), all.get(all.size() - 1), outputs(all));
    }

    private static ModelEnds graph(ComputationGraphConfiguration model, String name) {
        if (model.getNetworkInputs().size() != 1 || model.getNetworkOutputs().size() != 1) {
            throw new ProblemException(name + ": "
                    + Mismatch.of(
                            "a graph with one input and one output",
                            "inputs " + model.getNetworkInputs() + " and outputs " + model.getNetworkOutputs()));
        }
        String output = model.getNetworkOutputs().get(0);
        Place last = vertex(model, output)
                .map(ModelEnds::place)
                .orElseThrow(() -> new ProblemException(name + ": vertex " + output + ": "
                        + Mismatch.of(
                                "a last layer with a loss, such as OutputLayer, RnnOutputLayer or LossLayer",
                                Optional.ofNullable(model.getVertices().get(output))
                                        .map(end -> end.getClass().getSimpleName())
                                        .orElse("none"))));
        List<Map.Entry<String, LayerVertex>> path = path(model);
        return new ModelEnds(
                path.stream().map(ModelEnds::place).toList(),
                path.stream()
                        .findFirst()
                        .flatMap(vertex -> Optional.ofNullable(vertex.getValue().getPreProcessor())),
                last,
                outputs(wayTo(model, output)));
    }

    /** Those of the last layer that has a size: layers that only compare give what they get. */
    private static long outputs(List<Place> way) {
        for (int i = way.size() - 1; i >= 0; i--) {
            long outputs = LayerKinds.outputs(way.get(i).layer());
            if (outputs > 0) {
                return outputs;
            }
        }
        return 0;
    }

    /** The layers right before a vertex, each of which has no other input. */
    private static List<Place> wayTo(ComputationGraphConfiguration model, String last) {
        List<Place> way = new ArrayList<>();
        Optional<Map.Entry<String, LayerVertex>> next = vertex(model, last);
        while (next.isPresent()) {
            way.add(0, place(next.get()));
            List<String> inputs =
                    model.getVertexInputs().getOrDefault(next.get().getKey(), List.of());
            next = inputs.size() == 1 ? vertex(model, inputs.get(0)) : Optional.empty();
        }
        return way;
    }

    private static Place place(Map.Entry<String, LayerVertex> vertex) {
        return new Place(
                "vertex " + vertex.getKey(), vertex.getValue().getLayerConf().getLayer());
    }

    private static Optional<Map.Entry<String, LayerVertex>> vertex(ComputationGraphConfiguration model, String name) {
        return model.getVertices().get(name) instanceof LayerVertex layer
                ? Optional.of(Map.entry(name, layer))
                : Optional.empty();
    }

    /** Layers on one of the ways from the input. */
    private static List<Map.Entry<String, LayerVertex>> path(ComputationGraphConfiguration model) {
        List<Map.Entry<String, LayerVertex>> path = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<String> next = Optional.of(model.getNetworkInputs().get(0));
        while (next.isPresent() && seen.add(next.get())) {
            vertex(model, next.get()).ifPresent(path::add);
            String from = next.get();
            next = model.getVertexInputs().entrySet().stream()
                    .filter(inputs -> inputs.getValue().contains(from))
                    .map(Map.Entry::getKey)
                    .min((one, other) -> Boolean.compare(
                            !(model.getVertices().get(one) instanceof LayerVertex),
                            !(model.getVertices().get(other) instanceof LayerVertex)));
        }
        return path;
    }
}
