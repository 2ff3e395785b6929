package org.converge4j.train.engine;

import static org.converge4j.train.engine.LayerReader.name;
import static org.converge4j.train.engine.UnknownLayerException.expect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.train.engine.GraphStage.Vertex;
import org.converge4j.train.engine.Plan.Arrays;
import org.converge4j.train.engine.Plan.Part;
import org.converge4j.train.layer.Head;
import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.Stage;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.Layer;

/** Plans the stages of a graph of one input and one output, in doubt none. */
final class GraphReader<A> {
    private final ComputationGraphConfiguration graph;
    private final Map<String, Place<A>> places = new HashMap<>();
    private final List<PlannedVertex<A>> vertices = new ArrayList<>();
    private final List<Part<A>> parts = new ArrayList<>();

    /**
     * @param start what its input is
     */
    GraphReader(ComputationGraphConfiguration graph, Reading<A> start) {
        this.graph = graph;
        graph.getNetworkInputs().forEach(input -> places.put(input, new Place<>(start, GraphStage.INPUT)));
    }

    /** The stages, once read. */
    List<Part<A>> parts() {
        return parts;
    }

    /** Its layers. */
    List<Layer> layers() {
        return graph.getVertices().values().stream()
                .filter(LayerVertex.class::isInstance)
                .map(vertex -> ((LayerVertex) vertex).getLayerConf().getLayer())
                .toList();
    }

    /** Reads what the output needs, from its end; gives the loss. */
    Head<A> read() throws UnknownLayerException {
        expect(graph.getBackpropType() == BackpropType.Standard, "truncated backpropagation");
        boolean isSingle = graph.getNetworkInputs().size() == 1
                && graph.getNetworkOutputs().size() == 1;
        expect(isSingle, "a graph of several inputs or outputs");
        expect(layers().stream().allMatch(layer -> layer.getIDropout() == null), "dropout in a graph");
        String output = graph.getNetworkOutputs().get(0);
        GraphVertex end = vertex(output);
        if (!(end instanceof LayerVertex layer)) {
            throw new UnknownLayerException(name(end) + " at the end");
        }
        Reading<A> reading = place(inputs(output).get(0)).reading.then(output);
        expect(graph.getVertices().size() == vertices.size() + 1, "vertices that do not lead to the output");
        reading.preprocess(layer.getPreProcessor());
        Head<A> head = HeadReader.end(reading, layer.getLayerConf().getLayer());
        if (!vertices.isEmpty()) {
            Kernel<A> kernel = reading.kernel();
            parts.add((layers, most) -> new GraphStage<>(
                    kernel,
                    vertices.stream().map(vertex -> vertex.made(layers, most)).toList(),
                    most));
        }
        parts.addAll(reading.parts());
        return head;
    }

    private List<String> inputs(String vertex) {
        return Optional.ofNullable(graph.getVertexInputs().get(vertex)).orElseThrow();
    }

    private GraphVertex vertex(String name) {
        return Optional.ofNullable(graph.getVertices().get(name)).orElseThrow();
    }

    private Place<A> place(String name) throws UnknownLayerException {
        if (!places.containsKey(name)) {
            places.put(name, read(name));
        }
        return Optional.ofNullable(places.get(name)).orElseThrow();
    }

    /** Reads a vertex, and before it those that it takes from. */
    private Place<A> read(String name) throws UnknownLayerException {
        List<Place<A>> from = new ArrayList<>();
        for (String input : inputs(name)) {
            from.add(place(input));
        }
        GraphVertex vertex = vertex(name);
        boolean isSum = vertex instanceof ElementWiseVertex;
        Reading<A> reading;
        if (vertex instanceof LayerVertex layer) {
            reading = from.get(0).reading.then(name);
            reading.preprocess(layer.getPreProcessor());
            new LayerReader<>(reading).add(layer.getLayerConf().getLayer());
        } else {
            boolean isKnown = vertex.getClass().equals(MergeVertex.class)
                    || (vertex instanceof ElementWiseVertex sum && sum.getOp() == ElementWiseVertex.Op.Add);
            expect(isKnown, "vertex " + name(vertex));
            List<Reading<A>> readings = from.stream().map(Place::reading).toList();
            reading = Reading.joined(readings, isSum, name);
        }
        List<Integer> widths = from.stream().map(place -> place.reading.size()).toList();
        vertices.add(new PlannedVertex<>(
                from.stream().map(Place::at).toList(), widths, isSum, reading.parts(), reading.size()));
        return new Place<>(reading, vertices.size() - 1);
    }

    /**
     * A vertex that is read.
     *
     * @param reading what is behind it
     * @param at where it stands among the vertices
     */
    private record Place<A>(Reading<A> reading, int at) {}

    /** A vertex whose stages are not made yet; as in {@link Vertex}. */
    private record PlannedVertex<A>(
            List<Integer> from, List<Integer> widths, boolean isSum, List<Part<A>> parts, int size) {
        Vertex<A> made(Map<String, Arrays> layers, int most) {
            List<Stage<A>> stages =
                    parts.stream().map(part -> part.stage(layers, most)).toList();
            return new Vertex<>(from, widths, isSum, stages, size);
        }
    }
}
