package org.converge4j.problem.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nd4j.linalg.learning.config.NoOp;
import tools.jackson.databind.JsonNode;

/**
 * A layer of a configuration's tree, without what wraps it.
 *
 * @param place {@code layer 0} or {@code vertex out}
 * @param conf what stands around it: algorithm, seed
 * @param node the layer itself
 * @param isFrozen whether it is wrapped in a layer that holds it still
 */
record ModelLayer(String place, JsonNode conf, JsonNode node, boolean isFrozen) {
    /** Where layers keep another one. */
    private static final List<String> INNER = List.of("layer", "underlying", "fwd");

    /** All of a configuration, in its order. */
    static List<ModelLayer> all(ModelText text) {
        List<ModelLayer> all = new ArrayList<>();
        JsonNode confs = text.root().path("confs");
        for (int i = 0; i < confs.size(); i++) {
            all.add(of("layer " + i, confs.get(i), confs.get(i).path("layer"), false));
        }
        text.root().path("vertices").properties().forEach(vertex -> {
            JsonNode conf = vertex.getValue().path("layerConf");
            if (conf.isObject()) {
                all.add(of("vertex " + vertex.getKey(), conf, conf.path("layer"), false));
            }
        });
        return all;
    }

    private static ModelLayer of(String place, JsonNode conf, JsonNode node, boolean frozen) {
        boolean holds = frozen || node.path(ModelText.CLASS).asString("").contains(".FrozenLayer");
        return INNER.stream()
                .map(node::path)
                .filter(JsonNode::isObject)
                .findFirst()
                .map(inner -> of(place, conf, inner, holds))
                .orElseGet(() -> new ModelLayer(place, conf, node, holds));
    }

    /** The updaters of weights and biases that it has of its own. */
    Stream<JsonNode> updaters() {
        return ModelText.UPDATERS.stream().map(node::path).filter(JsonNode::isObject);
    }

    /** The updater of its weights. */
    Optional<JsonNode> updater() {
        return Stream.of("iupdater", "iUpdater")
                .map(node::path)
                .filter(JsonNode::isObject)
                .findFirst();
    }

    /** Whether its gradient is taken as it is. */
    boolean isNoOp() {
        return updater().filter(updater -> ModelText.isOf(updater, NoOp.class)).isPresent();
    }
}
