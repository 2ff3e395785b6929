package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The torch.optim family takes PyTorch's steps on a small network too, at other settings than the defaults. */
class GoldenNetworkTest {
    /** Made by golden/mlp.py with PyTorch 2.13.0: 4-6-1, tanh, mean squared error, 12 rows, 100 steps. */
    private final JsonNode golden = new Golden("mlp").root();

    @TempDir
    Path folder;

    @Test
    void every_torch_updater_takes_pytorchs_steps() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), csv());
        StringBuilder updaters = new StringBuilder();
        golden.get("cases")
                .forEach(c -> updaters.append(
                        "  - %s%n    label: %s%n".formatted(c.get("updater").asString(), label(c))));

        Cli cli = Cli.experiment(folder, """
                name: mlp
                problem:
                  data: { csv: { file: rows.csv, target: y } }
                  network: { mlp: { hidden: [6], activation: tanh } }
                  start: { values: %s }
                updaters:
                %sseeds: 1
                budget: { steps: 100 }
                """.formatted(golden.get("start"), updaters));

        assertThat(cli.err()).isEmpty();
        assertThat(cli.code()).isZero();
        Map<String, RunRecord> runs = new HashMap<>();
        new RecordStore(folder.resolve("results"))
                .readAll(run -> runs.put(run.spec().trial().label(), run), damaged -> {
                    throw new AssertionError(damaged);
                });
        assertThat(runs).hasSize(golden.get("cases").size());
        golden.get("cases").forEach(c -> assertSame(Objects.requireNonNull(runs.get(label(c))), c));
    }

    private static void assertSame(RunRecord run, JsonNode reference) {
        double tolerance = Math.max(1e-12, 10 * reference.get("oneUlpDrift").asDouble());
        String updater = reference.get("updater").asString();
        assertThat(run.curve().size()).as(updater).isEqualTo(101);
        for (int t = 0; t <= 100; t++) {
            assertClose(run.curve().loss(t), reference.get("loss").get(t), tolerance, updater + ": loss " + t);
        }
        for (int i = 0; i < run.parameters().size(); i++) {
            assertClose(
                    run.parameters().get(i), reference.get("params").get(i), tolerance, updater + ": parameter " + i);
        }
    }

    private static void assertClose(double actual, JsonNode expected, double tolerance, String where) {
        assertThat(actual).as(where).isFinite();
        assertThat(Math.abs(actual - expected.asDouble()))
                .as(where)
                .isLessThanOrEqualTo(tolerance * Math.max(1, Math.abs(expected.asDouble())));
    }

    private static String label(JsonNode reference) {
        return "c" + Integer.toHexString(reference.get("updater").asString().hashCode());
    }

    private String csv() {
        StringBuilder csv = new StringBuilder("a,b,c,d,y\n");
        for (int row = 0; row < golden.get("x").size(); row++) {
            golden.get("x").get(row).forEach(cell -> csv.append(cell.asDouble()).append(','));
            csv.append(golden.get("y").get(row).asDouble()).append('\n');
        }
        return csv.toString();
    }
}
