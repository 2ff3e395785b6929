package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.converge4j.Thorough;
import org.converge4j.catalog.Catalog;
import org.converge4j.config.ExperimentFile;
import org.converge4j.experiment.RunSpec;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordStore;
import org.converge4j.train.Environments;
import org.converge4j.train.TrainingLoop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every rule takes the steps of its oracle (golden/rules: optax 0.2.8, PyTorch 2.13.0, timm 1.0.29 or Keras 3.15.1 in double
 * precision, whichever the file names), on Linear(10, 1) and on a network with matrices. They are trained as a worker trains them; a
 * thorough build does so through the command line, which also measures them all and reports on them.
 */
class GoldenRulesTest {
    private static final JsonNode PROBLEMS = new Golden("rules/problems").root().get("problems");

    private static final List<String> RULES = List.of(
            "acprop",
            "adafactor",
            "adahessian",
            "lbfgs",
            "sophia",
            "ademamix",
            "adopt",
            "asgd",
            "cautiousAdamW",
            "cocob",
            "dadaptAdamW",
            "dog",
            "dowg",
            "ema",
            "ftrl",
            "lamb",
            "laprop",
            "lars",
            "lookaheadSgd",
            "madgrad",
            "mars",
            "momo",
            "momoAdam",
            "muon",
            "novograd",
            "optimisticAdam",
            "polyakSgd",
            "prodigy",
            "rprop",
            "samAdam",
            "samSgd",
            "scheduleFreeAdamW",
            "scheduleFreeSgd",
            "simplifiedAdemamix",
            "swa");

    @TempDir
    static Path folder = Path.of("");

    private static final Map<String, JsonNode> CASES = new HashMap<>();
    private static final Map<String, RunRecord> RUNS = new HashMap<>();

    /** All rules in one experiment a problem. */
    @BeforeAll
    static void train() throws IOException {
        for (JsonNode problem : PROBLEMS) {
            List<String> updaters = new ArrayList<>();
            for (String rule : RULES) {
                for (JsonNode one : new Golden("rules/" + rule).root().get("cases")) {
                    if (one.get("problem").equals(problem.get("name"))) {
                        String label = rule + " " + CASES.size();
                        CASES.put(label, one);
                        updaters.add(RuleNames.entry(rule, one.get("settings"), problem.get("probes"), label));
                    }
                }
            }
            Path file = experiment(problem, updaters);
            if (Thorough.IS) {
                command(file);
            } else {
                train(file);
            }
        }
    }

    static List<String> rules() {
        return RULES;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_takes_the_steps_of_its_oracle(String rule) {
        List<String> labels = CASES.keySet().stream()
                .filter(label -> label.startsWith(rule + " "))
                .toList();
        assertThat(labels).hasSizeGreaterThanOrEqualTo(4);
        labels.forEach(label -> compare(
                Objects.requireNonNull(RUNS.get(label), label), Objects.requireNonNull(CASES.get(label)), label));
    }

    private static Path experiment(JsonNode problem, List<String> updaters) throws IOException {
        boolean classes = problem.get("loss").asString().equals("cross-entropy");
        Files.writeString(folder.resolve("rows.csv"), csv(problem, classes));
        return Files.writeString(folder.resolve(problem.get("name").asString() + ".yaml"), """
                name: golden
                problem:
                  data: { csv: { file: rows.csv, %s: y } }
                  network: %s
                  start: { values: %s }
                updaters:
                  - %s
                seeds: 1
                budget: { steps: 50 }
                """.formatted(
                        classes ? "label" : "target",
                        classes ? "{ mlp: { hidden: [6], activation: tanh } }" : "linear",
                        flat(problem.get("start")),
                        String.join("\n  - ", updaters)));
    }

    private static void train(Path file) {
        Catalog catalog = Catalog.load(GoldenRulesTest.class.getClassLoader());
        ExperimentFile read = ExperimentFile.read(file, catalog, List.of());
        List<RunSpec> runs = read.experiment().runs();
        LoadedProblem problem = LoadedProblem.load(read.experiment().problems().get(0), catalog, read.base());
        new TrainingLoop(catalog, Environments.here(), List.of())
                .train(problem, runs, GoldenRulesTest::keep, done -> {});
    }

    private static void command(Path file) {
        Path results = folder.resolve("results of " + file.getFileName());
        Cli cli = Cli.run("run", file, "--out", results, "--quiet");
        assertThat(cli.err()).isEmpty();
        assertThat(cli.code()).isZero();
        new RecordStore(results).readAll(GoldenRulesTest::keep, damaged -> {
            throw new AssertionError(damaged);
        });
    }

    private static void keep(RunRecord run) {
        RUNS.put(run.spec().trial().label(), run);
    }

    /** DL4J's cross-entropy keeps probabilities this far from 0 and 1, which shows where the loss is next to nothing. */
    private static final double PROBABILITY_CLIP = 1e-10;

    private static final double NEXT_TO_NOTHING = 1e-5;

    private static void compare(RunRecord run, JsonNode golden, String where) {
        int steps = golden.get("steps").asInt();
        double loss = golden.get("oneUlpDrift").get("loss").asDouble();
        double parameters = golden.get("oneUlpDrift").get("params").asDouble();
        assertThat(run.curve().size()).as(where).isEqualTo(steps + 1);
        for (int t = 0; t <= golden.path("comparableUntil").asInt(steps); t++) {
            double expected = golden.get("loss").get(t).asDouble();
            double allowed = 100 * loss + (expected < NEXT_TO_NOTHING ? PROBABILITY_CLIP : 0);
            assertClose(run.curve().loss(t), expected, allowed, where + " loss " + t);
        }
        if (golden.has("evaluations")) {
            assertThat(run.gradientsPerStep() * steps)
                    .as(where + " gradients")
                    .isEqualTo(golden.get("evaluations").get(steps).asDouble());
        }
        for (int t = 0;
                t < golden.path("lossAtGradient").size() && run.stepped().isPresent();
                t++) {
            double expected = golden.get("lossAtGradient").get(t).asDouble();
            double allowed = 100 * loss + (expected < NEXT_TO_NOTHING ? PROBABILITY_CLIP : 0);
            assertClose(run.stepped().get().loss(t), expected, allowed, where + " loss stepped from " + t);
        }
        if (golden.path("comparableUntil").isMissingNode()) {
            List<Double> expected = flat(golden.get("params").get(Integer.toString(steps)));
            for (int i = 0; i < expected.size(); i++) {
                assertClose(run.parameters().get(i), expected.get(i), 100 * parameters, where + " parameter " + i);
            }
        }
    }

    /** To 1e-12, relative above 1; or to a hundred times what one unit in the last place of the start does to the oracle. */
    private static void assertClose(double found, double expected, double allowed, String where) {
        assertThat(found).as(where).isFinite();
        assertThat(Math.abs(found - expected))
                .as(where)
                .isLessThanOrEqualTo(Math.max(1e-12 * Math.max(1, Math.abs(expected)), allowed));
    }

    /** Layer by layer the weights row by row, then the biases, which is DL4J's flat order. */
    private static List<Double> flat(JsonNode layers) {
        List<Double> flat = new ArrayList<>();
        for (JsonNode layer : layers) {
            layer.get("W").forEach(row -> row.forEach(w -> flat.add(w.asDouble())));
            layer.get("b").forEach(b -> flat.add(b.asDouble()));
        }
        return flat;
    }

    private static String csv(JsonNode problem, boolean classes) {
        StringBuilder csv = new StringBuilder();
        int columns = problem.get("x").get(0).size();
        for (int i = 0; i < columns; i++) {
            csv.append("x").append(i).append(',');
        }
        csv.append("y\n");
        for (int row = 0; row < problem.get("x").size(); row++) {
            problem.get("x")
                    .get(row)
                    .forEach(cell -> csv.append(cell.asDouble()).append(','));
            JsonNode y = problem.get("y").get(row);
            csv.append(classes ? "c" + hot(y) : y.get(0).asDouble()).append('\n');
        }
        return csv.toString();
    }

    private static int hot(JsonNode y) {
        int at = 0;
        while (y.get(at).asDouble() != 1) {
            at++;
        }
        return at;
    }
}
