package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.result.store.RecordStore;
import tools.jackson.databind.JsonNode;

/**
 * Reference trajectories of Linear(10, 1) made by PyTorch 2.13.0 and from the article's equations, in double precision
 * (src/test/resources/golden), and what it takes to drive the same problem through the command line.
 */
final class Golden {
    private final JsonNode root;

    Golden(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
            this.root = RecordFormat.JSON.readTree(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    JsonNode root() {
        return root;
    }

    /** The case of an optimizer with exactly these hyperparameters. */
    JsonNode trajectory(String optimizer, String hyperparameters) {
        for (JsonNode trajectory : root.get("cases")) {
            if (trajectory.get("optimizer").asString().equals(optimizer)
                    && trajectory.get("hyperparameters").equals(RecordFormat.JSON.readTree(hyperparameters))) {
                return trajectory;
            }
        }
        throw new IllegalArgumentException(optimizer + " " + hyperparameters);
    }

    /** An experiment of one seed on this problem's rows, from its starting parameters. */
    String experiment(Path folder, String updater, int steps) {
        return experiment(folder, updater, steps, start());
    }

    /** The same from other starting parameters. */
    String experiment(Path folder, String updater, int steps, List<Double> start) {
        try {
            Files.writeString(folder.resolve("rows.csv"), csv());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return """
                name: golden
                problem:
                  data: { csv: { file: rows.csv, target: y } }
                  network: linear
                  start: { values: %s }
                updaters:
                  - %s
                seeds: 1
                budget: { steps: %d }
                """.formatted(start, updater, steps);
    }

    /** The only record of a results folder. */
    static RunRecord onlyRecord(Path folder) {
        List<RunRecord> records = new ArrayList<>();
        new RecordStore(folder.resolve("results")).readAll(records::add, damaged -> {
            throw new AssertionError(damaged);
        });
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    /** Equal to 1e-12: relative above 1, absolute below; both finite first. */
    static void assertClose(double actual, double expected, String where) {
        assertThat(actual).as(where).isFinite();
        assertThat(expected).as(where).isFinite();
        assertThat(Math.abs(actual - expected)).as(where).isLessThanOrEqualTo(1e-12 * Math.max(1, Math.abs(expected)));
    }

    List<Double> start() {
        List<Double> start = new ArrayList<>();
        root.get("w0").forEach(w -> start.add(w.asDouble()));
        start.add(root.get("b0").asDouble());
        return start;
    }

    private String csv() {
        StringBuilder csv = new StringBuilder("a,b,c,d,e,f,g,h,i,j,y\n");
        for (int row = 0; row < root.get("x").size(); row++) {
            for (JsonNode cell : root.get("x").get(row)) {
                csv.append(String.format(Locale.ROOT, "%s,", cell.asDouble()));
            }
            csv.append(root.get("y").get(row).asDouble()).append('\n');
        }
        return csv.toString();
    }
}
