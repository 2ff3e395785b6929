package org.converge4j.problem.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.problem.data.ProblemException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of a DL4J configuration, checked before DL4J sees it: only classes that {@link ModelClasses} accepts are ever named
 * to its reader, and what the reader gets is this tree written out again, not the file's text.
 *
 * @param name of the file, for messages
 * @param root the whole configuration
 */
record ModelText(String name, ObjectNode root) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CLASS = "@class";
    private static final Set<String> UPDATERS = Set.of("iupdater", "iUpdater", "biasUpdater");

    /**
     * Reads a configuration.
     *
     * @throws ProblemException if it is none of this version of DL4J
     */
    static ModelText read(String json, String name) {
        try {
            if (!(JSON.readTree(json) instanceof ObjectNode root) || !(root.has("confs") || root.has("vertices"))) {
                throw new ProblemException(
                        name
                                + ": expected what MultiLayerConfiguration.toJson or"
                                + " ComputationGraphConfiguration.toJson of DL4J 1.0.0-M2.1 wrote, found no such configuration");
            }
            ModelText text = new ModelText(name, root);
            text.check();
            return text;
        } catch (JacksonException notJson) {
            throw new ProblemException(
                    name + line(notJson) + ": expected what DL4J's toJson wrote, found no whole JSON: "
                            + notJson.getOriginalMessage().replace('\n', ' '));
        }
    }

    /** Where it is broken, if that is known: what is too deep has no place. */
    private static String line(JacksonException notJson) {
        return Optional.ofNullable(notJson.getLocation())
                .map(place -> ":" + place.getLineNr())
                .orElse("");
    }

    /** Whether it is a graph; otherwise its layers are in a row. */
    boolean isGraph() {
        return root.has("vertices");
    }

    /**
     * The configuration for a trial: in a precision, with {@code Sgd(1)} in place of every updater but {@code NoOp}, which
     * passes DL4J's treatment of the gradient through to the trial's updater.
     */
    String forTrials(DataType type) {
        ObjectNode copy = root.deepCopy();
        prepare(copy, type);
        return JSON.writeValueAsString(copy);
    }

    private static void prepare(JsonNode node, DataType type) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                if (field.getKey().equals("dataType")) {
                    object.put("dataType", type.name());
                } else if (UPDATERS.contains(field.getKey())
                        && !field.getValue().isNull()) {
                    object.set(field.getKey(), passing(field.getValue()));
                } else {
                    prepare(field.getValue(), type);
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(item -> prepare(item, type));
        }
    }

    private static JsonNode passing(JsonNode updater) {
        if (updater.path(CLASS).asString("").equals(NoOp.class.getName())) {
            return updater;
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put(CLASS, Sgd.class.getName())
                .put("learningRate", 1.0);
    }

    private void check() {
        JsonNode layers = isGraph() ? root.path("vertices") : root.path("confs");
        if (layers.isEmpty()) {
            throw new ProblemException(name + ": " + Mismatch.of("at least one layer", "none"));
        }
        if (!root.path("backpropType").asString("Standard").equals("Standard")) {
            throw new ProblemException(name + ": backpropType: "
                    + Mismatch.of("Standard", root.path("backpropType").asString("")));
        }
        if (layers instanceof ObjectNode vertices) {
            vertices.properties().forEach(vertex -> check(vertex.getValue(), "vertex " + vertex.getKey()));
        } else {
            for (int i = 0; i < layers.size(); i++) {
                check(layers.get(i), "layer " + i);
                if (!layers.get(i).path("layer").has(CLASS)) {
                    throw new ProblemException(
                            name + ": layer " + i + ": expected a model of DL4J 1.0.0-M2.1, found a layer without "
                                    + CLASS + ", as DL4J before 1.0.0-beta wrote them");
                }
            }
        }
        check(root, "the configuration");
    }

    /** All but updaters, which never reach DL4J. */
    private void check(JsonNode node, String where) {
        if (node.has(CLASS)) {
            ModelClasses.check(node.path(CLASS).asString(""), name + ": " + where);
        }
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(field -> !UPDATERS.contains(field.getKey()))
                    .forEach(field -> check(field.getValue(), where));
        } else {
            node.forEach(inner -> check(inner, where));
        }
    }
}
