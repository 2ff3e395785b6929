package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.converge4j.Thorough;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The article's rules and torch.optim's take their reference steps to the letter, all in one experiment. */
class GoldenCatalogTest {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("article.SGD", "sgd"),
            Map.entry("article.Momentum", "emaMomentum"),
            Map.entry("article.Adam", "uncorrectedAdam"),
            Map.entry("torch.SGD", "torchSgd"),
            Map.entry("torch.Adam", "torchAdam"),
            Map.entry("torch.AdamW", "torchAdamW"),
            Map.entry("torch.NAdam", "torchNAdam"),
            Map.entry("torch.RAdam", "torchRAdam"),
            Map.entry("torch.Adamax", "torchAdamax"),
            Map.entry("torch.RMSprop", "torchRmsProp"),
            Map.entry("torch.Adagrad", "torchAdagrad"),
            Map.entry("torch.Adadelta", "torchAdadelta"));

    private static final Map<String, String> SETTINGS =
            Map.of("lr", "learningRate", "eps", "epsilon", "weight_decay", "weightDecay");

    @TempDir
    Path folder;

    @Test
    void every_reference_case_is_met() {
        meets("randn-5x10-seed0", 100);
    }

    @Tag(Thorough.TAG)
    @ParameterizedTest
    @CsvSource({"mtcars-standardised, 100", "randn-5x10-seed0, 3", "mtcars-standardised, 10"})
    void every_reference_case_is_met_on_other_rows_and_after_fewer_steps(String problem, int steps) {
        meets(problem, steps);
    }

    private void meets(String problem, int steps) {
        Golden golden = new Golden(problem);
        Map<String, JsonNode> cases = new HashMap<>();
        golden.root().get("cases").forEach(reference -> cases.put(label(reference), reference));
        String updaters = cases.entrySet().stream()
                .map(entry -> entry(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n  - "));

        Cli cli = Cli.experiment(folder, golden.experiment(folder, updaters, steps));

        assertThat(cli.err()).isEmpty();
        assertThat(cli.code()).isZero();
        Map<String, RunRecord> runs = new HashMap<>();
        new RecordStore(folder.resolve("results"))
                .readAll(run -> runs.put(run.spec().trial().label(), run), damaged -> {});
        assertThat(runs).hasSameSizeAs(cases).hasSize(16);
        cases.forEach((label, reference) -> compare(Objects.requireNonNull(runs.get(label)), reference, steps));
    }

    private static void compare(RunRecord run, JsonNode reference, int steps) {
        String label = label(reference);
        JsonNode drift = reference.get("oneUlpDrift");
        assertThat(run.curve().size()).isEqualTo(steps + 1);
        for (int t = 0; t <= steps; t++) {
            assertClose(run.curve().loss(t), reference.get("loss").get(t), drift.get("loss"), label + " loss " + t);
        }
        JsonNode parameters = reference.get("params").get(Integer.toString(steps));
        for (int i = 0; i < parameters.size(); i++) {
            assertClose(run.parameters().get(i), parameters.get(i), drift.get("params"), label + " parameter " + i);
        }
    }

    /** To 1e-12, relative above 1; or to ten times what one unit in the last place of the start does to the reference. */
    private static void assertClose(double found, JsonNode reference, JsonNode drift, String where) {
        double expected = reference.asDouble();
        assertThat(found).as(where).isFinite();
        assertThat(Math.abs(found - expected))
                .as(where)
                .isLessThanOrEqualTo(Math.max(1e-12 * Math.max(1, Math.abs(expected)), 10 * drift.asDouble()));
    }

    private static String label(JsonNode reference) {
        return reference.get("optimizer").asString() + " "
                + reference.get("hyperparameters").toString().replaceAll("[{}\"]", "");
    }

    private static String entry(String label, JsonNode reference) {
        String settings = reference
                .get("hyperparameters")
                .propertyStream()
                .map(setting -> SETTINGS.getOrDefault(setting.getKey(), setting.getKey()) + ": " + setting.getValue())
                .collect(Collectors.joining(", "));
        return "{ " + NAMES.get(reference.get("optimizer").asString()) + ": { " + settings + " }, label: \"" + label
                + "\" }";
    }
}
