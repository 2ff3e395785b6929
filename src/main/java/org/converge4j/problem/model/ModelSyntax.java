package org.converge4j.problem.model;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.message.Misread;
import org.converge4j.problem.data.ProblemException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a configuration's JSON, or its YAML, in which DL4J writes a value's class as its tag. */
final class ModelSyntax {
    /** What to do with a model of another library. */
    static final String KERAS =
            "DL4J's KerasModelImport (deeplearning4j-modelimport) reads it, and save(file) writes it as DL4J does";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final LoadSettings YAML = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setMaxAliasesForCollections(0)
            .build();
    private static final int DEEPEST = 200;

    private ModelSyntax() {}

    /** The tree of a text. */
    static ObjectNode read(String text, String name) {
        String start = text.strip();
        if (start.isEmpty()) {
            throw empty(name);
        }
        JsonNode root = start.startsWith("{") || start.startsWith("[") ? json(text, name) : yaml(text, name);
        if (root instanceof ObjectNode object) {
            return object;
        }
        throw new ProblemException(name + ": expected what DL4J's toJson or toYaml wrote, found no such configuration");
    }

    private static ProblemException empty(String name) {
        return new ProblemException(name + ": expected what DL4J's toJson or toYaml wrote, found an empty text");
    }

    /** Whether Keras wrote it. */
    static boolean isKeras(ObjectNode root) {
        return root.has("class_name") || root.has("keras_version");
    }

    private static JsonNode json(String text, String name) {
        try {
            return JSON.readTree(text.getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException notJson) {
            String problem = String.valueOf(notJson.getOriginalMessage());
            throw new ProblemException(name + line(notJson) + ": expected what DL4J's toJson wrote, found "
                    + (problem.contains("railing token")
                            ? "more than one document in the file; each belongs into a file of its own"
                            : "no whole JSON, but " + Misread.found(notJson, text.getBytes(StandardCharsets.UTF_8))));
        }
    }

    /** Where it is broken, if that is known: what is too deep has no place. */
    private static String line(JacksonException notJson) {
        return Optional.ofNullable(notJson.getLocation())
                .map(place -> ":" + place.getLineNr())
                .orElse("");
    }

    private static JsonNode yaml(String text, String name) {
        try {
            return new Compose(YAML)
                    .composeString(text)
                    .map(root -> tree(root, 0))
                    .orElseThrow(() -> empty(name));
        } catch (YamlEngineException | StackOverflowError notYaml) {
            Optional<MarkedYamlEngineException> marked =
                    notYaml instanceof MarkedYamlEngineException one ? Optional.of(one) : Optional.empty();
            Optional<Mark> place = marked.flatMap(MarkedYamlEngineException::getProblemMark);
            String problem =
                    marked.map(MarkedYamlEngineException::getProblem).orElse(String.valueOf(notYaml.getMessage()));
            throw new ProblemException(name
                    + place.map(mark -> ":" + (mark.getLine() + 1)).orElse("")
                    + ": expected what DL4J's toJson or toYaml wrote, found "
                    + found(
                            problem,
                            place.filter(mark -> mark.getIndex() >= text.length())
                                    .isPresent()));
        }
    }

    private static String found(String problem, boolean isAtEnd) {
        if (problem.contains("single document") || problem.contains("another document")) {
            return "more than one document in the file; each belongs into a file of its own";
        }
        return isAtEnd ? "no whole YAML, but its end" : "neither: " + problem.replace('\n', ' ');
    }

    private static JsonNode tree(Node node, int depth) {
        if (depth > DEEPEST) {
            throw new YamlEngineException("it is nested deeper than " + DEEPEST + " levels");
        }
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            String tag = mapping.getTag().getValue();
            if (!tag.startsWith("tag:")) {
                object.put(ModelText.CLASS, tag);
            }
            for (NodeTuple field : mapping.getValue()) {
                String key = field.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                object.set(key, tree(field.getValueNode(), depth + 1));
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            sequence.getValue().forEach(item -> array.add(tree(item, depth + 1)));
            return array;
        }
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("", new StandardConstructor(YAML).constructSingleDocument(Optional.of(node)));
        return JSON.valueToTree(value).path("");
    }
}
