package org.converge4j.problem.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.problem.data.ProblemException;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A DL4J configuration as a tree of JSON, checked before DL4J sees it: only classes that {@link ModelClasses} accepts are ever
 * named to its reader, and what the reader gets is this tree written out again, not the file's text.
 *
 * @param name of the file, for messages
 * @param root the whole configuration
 */
record ModelText(String name, ObjectNode root) {
    static final String CLASS = "@class";

    /** Where a layer's updaters are. */
    static final Set<String> UPDATERS = Set.of("iupdater", "iUpdater", "biasUpdater");

    /** How the arrays of sequences lie; before 1.0.0-beta7 there was one way, which nothing said, and DL4J does not take it for granted. */
    private static final String FORMAT = "rnnDataFormat";

    private static final Set<String> RECURRENT = Stream.of(
                    "LSTM",
                    "GravesLSTM",
                    "GravesBidirectionalLSTM",
                    "recurrent.SimpleRnn",
                    "RnnOutputLayer",
                    "RnnLossLayer")
            .map(layer -> Layer.class.getPackageName() + "." + layer)
            .collect(Collectors.toSet());

    /**
     * Reads a configuration.
     *
     * @throws ProblemException if it is none that this version of DL4J reads
     */
    static ModelText read(String text, String name) {
        ObjectNode root = ModelSyntax.read(text, name);
        if (!(root.has("confs") || root.has("vertices"))) {
            throw new ProblemException(name
                    + ": expected what MultiLayerConfiguration.toJson or"
                    + " ComputationGraphConfiguration.toJson of DL4J 1.0.0-M2.1 wrote, found "
                    + (ModelSyntax.isKeras(root) ? "a model of Keras; " + ModelSyntax.KERAS : "no such configuration"));
        }
        ModelText read = new ModelText(name, root);
        if (OldFormat.isOne(root)) {
            check(root, name + ": the configuration", Set.of());
            read = new ModelText(name, OldFormat.translated(root, name));
        }
        read.check();
        return read;
    }

    /** Whether it is a graph; otherwise its layers are in a row. */
    boolean isGraph() {
        return root.has("vertices");
    }

    /**
     * The configuration for a trial: in a precision, with {@code Sgd(1)} in place of every updater but {@code NoOp}, which
     * passes DL4J's treatment of the gradient through to the trial's updater; without weight decay, which in DL4J is part of the
     * updater; and with whole sequences backpropagated.
     */
    String forTrials(DataType type) {
        ObjectNode copy = root.deepCopy();
        prepare(copy, type);
        if (copy.has("backpropType")) {
            copy.put("backpropType", "Standard");
        }
        return copy.toString();
    }

    private static void prepare(JsonNode node, DataType type) {
        if (node instanceof ObjectNode object) {
            if (RECURRENT.contains(object.path(CLASS).asString(""))
                    && !object.path(FORMAT).isString()) {
                object.put(FORMAT, RNNFormat.NCW.name());
            }
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                if (field.getKey().equals("dataType")) {
                    object.put("dataType", type.name());
                } else if (field.getKey().equals("cacheMode")
                        && field.getValue().isNull()) {
                    object.put("cacheMode", "NONE"); // without one DL4J's GravesLSTM has no place for its gradient
                } else if (UPDATERS.contains(field.getKey())
                        && !field.getValue().isNull()) {
                    object.set(field.getKey(), passing(field.getValue()));
                } else {
                    prepare(field.getValue(), type);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (isOf(array.get(i), WeightDecay.class)) {
                    array.remove(i);
                }
            }
            array.forEach(item -> prepare(item, type));
        }
    }

    private static JsonNode passing(JsonNode updater) {
        if (isOf(updater, NoOp.class)) {
            return updater;
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put(CLASS, Sgd.class.getName())
                .put("learningRate", 1.0);
    }

    /** Whether a value is of a class. */
    static boolean isOf(JsonNode node, Class<?> type) {
        return node.path(CLASS).asString("").equals(type.getName());
    }

    private void check() {
        JsonNode layers = isGraph() ? root.path("vertices") : root.path("confs");
        if (layers.isEmpty()) {
            throw new ProblemException(name + ": " + Mismatch.of("at least one layer", "none"));
        }
        if (layers instanceof ObjectNode vertices) {
            vertices.properties()
                    .forEach(vertex -> check(vertex.getValue(), name + ": vertex " + vertex.getKey(), UPDATERS));
        } else {
            for (int i = 0; i < layers.size(); i++) {
                check(layers.get(i), name + ": layer " + i, UPDATERS);
            }
        }
        check(root, name + ": the configuration", UPDATERS);
    }

    /**
     * Refuses classes that may not be named.
     *
     * @param unread whose values never reach DL4J
     */
    private static void check(JsonNode node, String where, Set<String> unread) {
        if (node.has(CLASS)) {
            ModelClasses.check(node.path(CLASS).asString(""), where);
        }
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(field -> !unread.contains(field.getKey()))
                    .forEach(field -> check(field.getValue(), where, unread));
        } else {
            node.forEach(inner -> check(inner, where, unread));
        }
    }
}
