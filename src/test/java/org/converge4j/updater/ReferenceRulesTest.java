package org.converge4j.updater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.catalog.Variant;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Clip;
import org.converge4j.experiment.CommonSettings;
import org.converge4j.experiment.Decay;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Scene;
import org.converge4j.train.step.Treatment;
import org.converge4j.train.update.UpdatePipeline;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Five parameters under a fixed gradient sequence end where the references take them: PyTorch itself
 * ({@code torch/generate.py}), and the recurrences of papers and of DL4J's kernels, written out in Python
 * ({@code recurrences/generate.py}).
 */
class ReferenceRulesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Block> VECTOR = List.of(new Block("0_b", 0, 5, 1, false));
    private static final List<Block> MATRIX =
            List.of(new Block("0_W", 0, 2, 2, true), new Block("0_b", 4, 1, 1, false));
    private static final Catalog CATALOG = Catalog.load(ReferenceRulesTest.class.getClassLoader());

    @TestFactory
    Stream<DynamicTest> parameters_are_where_PyTorch_takes_them() {
        return cases("/torch/rules.json", VECTOR);
    }

    @TestFactory
    Stream<DynamicTest> parameters_are_where_the_papers_and_DL4Js_kernels_take_them() {
        return cases("/recurrences/rules.json", VECTOR);
    }

    @TestFactory
    Stream<DynamicTest> parameters_are_where_PyTorch_optax_Keras_and_timm_take_them_at_their_defaults() {
        return cases("/libraries/rules.json", MATRIX);
    }

    private static Stream<DynamicTest> cases(String resource, List<Block> blocks) {
        try (InputStream in = ReferenceRulesTest.class.getResourceAsStream(resource)) {
            JsonNode rules = JSON.readTree(in);
            double[] start = vector(rules.get("start"));
            return rules.get("cases")
                    .valueStream()
                    .map(c ->
                            DynamicTest.dynamicTest(name(c), () -> follow(c, rules.path("curvature"), start, blocks)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String name(JsonNode rule) {
        return rule.get("updater").stringValue() + rule.get("settings") + rule.path("schedule") + rule.path("clip");
    }

    private static void follow(JsonNode rule, JsonNode curvature, double[] start, List<Block> blocks) {
        INDArray theta = Nd4j.createFromArray(start);
        UpdatePipeline update = new UpdatePipeline(
                new Replica(updater(rule), treatment(rule), start, 0), theta, new Scene(blocks, Optional.empty()));
        for (int t = 1; t <= 80; t++) {
            Slope slope = new Slope(rule, curvature, t);
            update.apply(Nd4j.createFromArray(slope.at(theta.toDoubleVector())), t, slope);
            JsonNode expected = rule.get("theta").get(Integer.toString(t));
            if (expected != null) {
                double[] at = update.isElsewhere() ? update.evaluatedAt() : theta.toDoubleVector();
                assertThat(at).as("step %d", t).containsExactly(vector(expected), within(1e-12));
            }
        }
    }

    private static double[] gradient(int t, int size) {
        return IntStream.range(0, size)
                .mapToDouble(i -> Math.sin(0.9 * t + 1.7 * i) * (0.5 + i) + 0.1)
                .toArray();
    }

    /** The rule, or the updater that it stands around. */
    private static Updater updater(JsonNode whole) {
        JsonNode rule = whole.path("inside").isMissingNode() ? whole : whole.get("inside");
        String name = rule.get("updater").stringValue();
        Map<String, Object> settings = new HashMap<>(settings(rule.get("settings")));
        if (rule.has("probes")) {
            settings.put("probes", JSON.convertValue(rule.get("probes"), List.class));
        }
        Optional<Variant<UpdaterSettings>> ours = Catalog.named(CATALOG.updaters(), name);
        return (Updater)
                (ours.isPresent()
                        ? ours.get().create(settings)
                        : Variant.of(elsewhere(name)).create(settings));
    }

    /** A rule of another library that explain alone knows. */
    private static Class<? extends UpdaterSettings> elsewhere(String name) {
        try {
            return Class.forName("org.converge4j.updater.elsewhere." + Character.toUpperCase(name.charAt(0))
                            + name.substring(1))
                    .asSubclass(UpdaterSettings.class);
        } catch (ClassNotFoundException unknown) {
            throw new AssertionError(name, unknown);
        }
    }

    private static Treatment treatment(JsonNode rule) {
        List<Choice> schedule = rule.path("schedule")
                .valueStream()
                .flatMap(part -> part.propertyStream())
                .map(part -> new Choice(part.getKey(), settings(part.getValue())))
                .toList();
        Clip clip = rule.has("clip")
                ? new Clip(
                        Clip.Kind.valueOf(rule.get("clip").stringValue()),
                        rule.get("limit").doubleValue())
                : Clip.NONE;
        List<Choice> around = rule.has("inside")
                ? List.of(new Choice(rule.get("updater").stringValue(), settings(rule.get("settings"))))
                : List.of();
        return Treatment.of(new CommonSettings(schedule, clip, Decay.NONE, around), CATALOG);
    }

    @SuppressWarnings("unchecked") // a JSON object is a map from text to values
    private static Map<String, Object> settings(JsonNode settings) {
        return JSON.convertValue(settings, Map.class);
    }

    /** The loss at a step, as generate.py has it: its gradients are a sequence's, beside those of a bowl where the rule looks elsewhere. */
    private record Slope(JsonNode rule, JsonNode curvature, int t) implements Objective {
        double[] at(double[] theta) {
            double[] gradient = ReferenceRulesTest.gradient(rule.has("steady") ? 1 : t, theta.length);
            if (rule.has("bent")) {
                double[] bent = new double[theta.length];
                curvature(theta, bent);
                Arrays.setAll(gradient, i -> gradient[i] + bent[i]);
            }
            return gradient;
        }

        @Override
        public double loss() {
            return 2 + Math.sin(t);
        }

        @Override
        public double loss(double[] at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double gradient(double[] at, double[] gradient) {
            System.arraycopy(at(at), 0, gradient, 0, at.length);
            return loss();
        }

        @Override
        public void curvature(double[] direction, double[] product) {
            for (int i = 0; i < product.length; i++) {
                double[] row = vector(curvature.get(i));
                product[i] = IntStream.range(0, row.length)
                        .mapToDouble(j -> row[j] * direction[j])
                        .sum();
            }
        }
    }

    private static double[] vector(JsonNode numbers) {
        return numbers.valueStream().mapToDouble(JsonNode::doubleValue).toArray();
    }
}
