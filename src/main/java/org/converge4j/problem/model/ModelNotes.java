package org.converge4j.problem.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.converge4j.catalog.message.Few;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import tools.jackson.databind.JsonNode;

/** Says of everything that a model brings for its training what an experiment does with it. */
final class ModelNotes {
    private static final int MOST_NAMED = 6;

    /** DL4J's, and what the catalog calls them. */
    private static final Map<String, String> ALGORITHMS = Map.of(
            "LINE_GRADIENT_DESCENT", "dl4jLineGradientDescent",
            "CONJUGATE_GRADIENT", "dl4jConjugateGradient",
            "LBFGS", "dl4jLbfgs");

    private final List<ModelLayer> layers;
    private final ModelText text;

    ModelNotes(ModelText text) {
        this.text = text;
        this.layers = ModelLayer.all(text);
    }

    /** A line each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        by(layer -> Optional.of(Stream.of("iupdater", "iUpdater", "biasUpdater")
                                .map(layer.node()::path)
                                .filter(JsonNode::isObject)
                                .map(ModelNotes::spoken)
                                .distinct())
                        .filter(u -> !layer.isNoOp() && !layer.isFrozen())
                        .map(all -> all.collect(Collectors.joining(", of biases ")))
                        .filter(all -> !all.isEmpty()))
                .forEach((updater, places) ->
                        lines.add("  replaced by each trial's: its updater " + updater + where(places)));
        by(layer -> layer.updater().flatMap(ModelSchedules::node).map(ModelNotes::spoken))
                .forEach((schedule, places) ->
                        lines.add("  left out unless schedule: model is written: its learning-rate schedule " + schedule
                                + where(places)));
        by(layer -> layer.isNoOp() ? Optional.of("NoOp") : Optional.empty())
                .forEach((noOp, places) ->
                        lines.add("  kept: NoOp, under which the plain gradient is taken at rate 1 whatever the"
                                + " trial's updater, as DL4J's fit does; FrozenLayer would hold a layer still"
                                + where(places)));
        by(layer -> layer.isFrozen() ? Optional.of("frozen") : Optional.empty())
                .forEach(
                        (frozen, places) -> lines.add("  kept: frozen layers, which stay as they are" + where(places)));
        algorithm(lines);
        decay(lines);
        by(ModelNotes::gradientNormalisation)
                .forEach((kind, places) -> lines.add(
                        "  kept: gradient normalisation " + kind + ", before the trial's updater" + where(places)));
        by(ModelNotes::regularisation).forEach((kinds, places) -> lines.add("  kept: " + kinds + where(places)));
        if (text.root().path("backpropType").asString("").equals("TruncatedBPTT")) {
            lines.add("  left out: truncated backpropagation through time (tbpttFwdLength "
                    + text.root().path("tbpttFwdLength").asString("")
                    + "); a step takes the gradient of whole sequences, for truncated it would be several steps");
        }
        return lines;
    }

    private void algorithm(List<String> lines) {
        by(layer -> Optional.of(layer.conf().path("optimizationAlgo").asString("STOCHASTIC_GRADIENT_DESCENT"))
                        .filter(algorithm -> !algorithm.equals("STOCHASTIC_GRADIENT_DESCENT")))
                .forEach((algorithm, places) -> lines.add("  left out: its algorithm " + algorithm + where(places)
                        + "; each trial's updater takes the steps" + entry(algorithm)));
    }

    private static String entry(String algorithm) {
        return ALGORITHMS.containsKey(algorithm)
                ? ", and " + ALGORITHMS.get(algorithm) + " is an updater that is this algorithm"
                : "";
    }

    private void decay(List<String> lines) {
        by(layer -> decays(layer).findFirst().map(decay -> coefficient(decay) + ratio(decay)))
                .forEach((decay, places) -> lines.add("  left out: its weight decay " + decay
                        + " in the experiment is the like for every trial, on biases too" + where(places)));
    }

    /** Without the rate, it is what DL4J makes of the L2 of its old formats. */
    private static String ratio(JsonNode decay) {
        return decay.path("applyLR").asBoolean(true)
                ? ", which belongs to the updater; decay: { decoupled: " + coefficient(decay) + " }"
                : ", the L2 of an old format; decay: { coupled: " + coefficient(decay) + " }";
    }

    private static String coefficient(JsonNode decay) {
        return decay.path("coeff").path("value").asString(decay.path("coeff").asString(""));
    }

    private static Stream<JsonNode> decays(ModelLayer layer) {
        return Stream.of("regularization", "regularizationBias")
                .flatMap(list -> stream(layer.node().path(list)))
                .filter(one -> ModelText.isOf(one, WeightDecay.class));
    }

    private static Optional<String> gradientNormalisation(ModelLayer layer) {
        String kind = layer.node().path("gradientNormalization").asString("None");
        String threshold = kind.startsWith("Clip")
                ? " " + layer.node().path("gradientNormalizationThreshold").asString("")
                : "";
        return kind.equals("None") ? Optional.empty() : Optional.of(kind + threshold);
    }

    /** L1, L2, dropout, noise and constraints, as DL4J applies them. */
    private static Optional<String> regularisation(ModelLayer layer) {
        Stream<JsonNode> norms = Stream.of("regularization", "regularizationBias")
                .flatMap(list -> stream(layer.node().path(list)))
                .filter(one -> !ModelText.isOf(one, WeightDecay.class));
        Stream<JsonNode> noises = Stream.of("idropout", "iDropout", "weightNoise")
                .map(layer.node()::path)
                .filter(JsonNode::isObject);
        String all = Stream.of(norms, noises, stream(layer.node().path("constraints")))
                .flatMap(Function.identity())
                .map(ModelNotes::spoken)
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return list.isArray() ? list.valueStream() : Stream.empty();
    }

    /** Those who have something, by what they have. */
    private Map<String, List<String>> by(Function<ModelLayer, Optional<String>> what) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        layers.forEach(layer -> what.apply(layer)
                .ifPresent(one ->
                        found.computeIfAbsent(one, o -> new ArrayList<>()).add(layer.place())));
        return found;
    }

    /** Nothing where it is so everywhere. */
    private String where(List<String> places) {
        return places.size() == layers.size() ? "" : " (" + Few.of(places, MOST_NAMED) + ")";
    }

    /** {@code Adam(beta1 0.9, beta2 0.999)}. */
    static String spoken(JsonNode value) {
        String type = value.path(ModelText.CLASS).asString("");
        String settings = value.properties().stream()
                .filter(field -> isSetting(field.getValue()) || field.getKey().equals("scheduleType"))
                .map(field -> field.getKey() + " "
                        + field.getValue()
                                .path("value")
                                .asString(field.getValue().asString("")))
                .collect(Collectors.joining(", "));
        return type.substring(type.lastIndexOf('.') + 1) + (settings.isEmpty() ? "" : "(" + settings + ")");
    }

    private static boolean isSetting(JsonNode value) {
        return value.isNumber() || value.path("value").isNumber();
    }
}
