package org.converge4j.problem.model;

import java.util.List;
import java.util.Map;
import org.converge4j.problem.data.ProblemException;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Configurations as DL4J 0.5.0 to 1.0.0-alpha wrote them: a layer wrapped in the name of its kind, {@code {"dense": {…}}}, its
 * updater a word and numbers beside it. DL4J reads them, and what it read is written out again in today's form.
 */
final class OldFormat {
    /** What DL4J asks for with some updaters, and for a rate with all; which updater it is does not matter to trials. */
    private static final List<String> ASKED =
            List.of("learningRate", "rho", "momentum", "adamMeanDecay", "adamVarDecay", "rmsDecay");

    private OldFormat() {}

    /** Whether a configuration is one: its first layer names no class. */
    static boolean isOne(ObjectNode root) {
        JsonNode first = root.has("vertices")
                ? first(root.path("vertices"))
                : root.path("confs").path(0).path("layer");
        return first.isObject() && !first.has(ModelText.CLASS);
    }

    private static JsonNode first(JsonNode vertices) {
        return vertices.isEmpty() ? vertices.path("none") : vertices.iterator().next();
    }

    /** The same as DL4J would write it now. */
    static ObjectNode translated(ObjectNode old, String name) {
        ObjectNode complete = old.deepCopy();
        complete(complete);
        String json = complete.toString();
        try {
            String now = old.has("vertices")
                    ? ComputationGraphConfiguration.fromJson(
                                    ComputationGraphConfiguration.fromJson(json).toJson())
                            .toJson()
                    : MultiLayerConfiguration.fromJson(
                                    MultiLayerConfiguration.fromJson(json).toJson())
                            .toJson();
            return ModelSyntax.read(now, name);
        } catch (ProblemException refusal) {
            throw refusal;
        } catch (RuntimeException | LinkageError refused) {
            throw new ProblemException(name
                    + ": expected a model that DL4J 1.0.0-M2.1 reads, found one in the form of DL4J before 1.0.0-beta"
                    + " that it does not (" + ModelTrial.line(refused)
                    + "); load and save it once with DL4J 1.0.0-beta4, which reads more of them");
        }
    }

    private static void complete(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("updater").isString()) {
            ASKED.stream().filter(number -> !object.path(number).isNumber()).forEach(number -> object.put(number, 0.1));
        }
        if (node instanceof ObjectNode object) {
            List.copyOf(object.properties()).stream().map(Map.Entry::getValue).forEach(OldFormat::complete);
        } else {
            node.forEach(OldFormat::complete);
        }
    }
}
