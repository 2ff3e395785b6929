package org.converge4j.result.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Curve;
import org.converge4j.result.Environment;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;

/**
 * Curves from elsewhere as records: a CSV file with the columns of {@code curves.csv}. Its problems and seeds must be the
 * experiment's, its steps ascend from 0; a loss that is not finite says that the run diverged there.
 */
public final class ForeignCurves {
    /** What {@link RunRecord#trainer()} says of an imported run. */
    public static final String TRAINER = "imported";

    private static final List<String> COLUMNS =
            List.of("problem", "updater", "label", "learning_rate", "seed", "step", "loss");

    private final Path file;
    private final Experiment experiment;
    private final Map<String, ProblemFacts> facts;

    /**
     * @param facts of the experiment's problems, by name
     */
    public ForeignCurves(Path file, Experiment experiment, Map<String, ProblemFacts> facts) {
        this.file = file;
        this.experiment = experiment;
        this.facts = facts;
    }

    /**
     * A record for each problem, label and seed of the file.
     *
     * @throws DamagedRecordException if the file is not what it should be, with the line
     */
    public List<RunRecord> read() {
        Map<RunSpec, Points> runs = new LinkedHashMap<>();
        try (CSVParser csv = CSVParser.parse(
                Files.newBufferedReader(file),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            List<String> missing = new ArrayList<>(COLUMNS);
            missing.removeAll(csv.getHeaderNames());
            if (!missing.isEmpty()) {
                throw new DamagedRecordException(file + ":1: "
                        + Mismatch.of("the columns " + String.join(",", COLUMNS), "no " + String.join(", ", missing))
                        + ".");
            }
            for (CSVRecord row : csv) {
                runs.computeIfAbsent(spec(row), spec -> new Points()).add(row);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return runs.entrySet().stream()
                .map(run -> run.getValue().record(run.getKey(), factsOf(run.getKey())))
                .toList();
    }

    private RunSpec spec(CSVRecord row) {
        Problem problem = experiment.problems().stream()
                .filter(p -> p.name().equals(row.get("problem")) && facts.containsKey(p.name()))
                .findFirst()
                .orElseThrow(() ->
                        wrong(row, "problem", "one of the recorded problems, " + String.join(", ", facts.keySet())));
        String rate = row.get("learning_rate");
        Map<String, Object> settings =
                rate.isEmpty() ? Map.of() : Map.of(Choice.LEARNING_RATE, number(row, "learning_rate"));
        long seed = (long) number(row, "seed");
        if (!experiment.seeds().contains(seed)) {
            throw wrong(row, "seed", "one of the experiment's seeds, " + experiment.seeds());
        }
        Trial trial = new Trial(
                row.get("label") + " (" + TRAINER + ")",
                problem,
                new Choice(row.get("updater") + " (" + TRAINER + ")", settings),
                experiment.trials().get(0).training());
        return new RunSpec(trial, seed);
    }

    private ProblemFacts factsOf(RunSpec run) {
        ProblemFacts known = facts.get(run.trial().problem().name());
        if (known == null) {
            throw new IllegalStateException(
                    "no facts of " + run.trial().problem().name());
        }
        return known;
    }

    private double number(CSVRecord row, String column) {
        try {
            return Double.parseDouble(row.get(column));
        } catch (NumberFormatException text) {
            String loss = row.get(column).toLowerCase(Locale.ROOT);
            if (column.equals("loss")
                    && List.of("nan", "inf", "+inf", "-inf", "infinity").contains(loss)) {
                return Double.NaN;
            }
            throw wrong(row, column, "a number");
        }
    }

    private DamagedRecordException wrong(CSVRecord row, String column, String expected) {
        return new DamagedRecordException(file + ":" + (row.getRecordNumber() + 1) + ": " + column + ": "
                + Mismatch.of(expected, Mismatch.quoted(row.get(column))) + ".");
    }

    /** The points of one run as they come. */
    private final class Points {
        private final List<Integer> steps = new ArrayList<>();
        private final List<Double> losses = new ArrayList<>();
        private int divergedAt = -1;

        void add(CSVRecord row) {
            int step = (int) number(row, "step");
            int last = steps.isEmpty() ? -1 : steps.get(steps.size() - 1);
            if (step <= last || (steps.isEmpty() && step != 0)) {
                throw wrong(row, "step", "a step after " + last + ", each run starting at 0");
            }
            double loss = number(row, "loss");
            if (divergedAt < 0 && Double.isFinite(loss)) {
                steps.add(step);
                losses.add(loss);
            } else if (divergedAt < 0) {
                divergedAt = step;
            }
        }

        RunRecord record(RunSpec spec, ProblemFacts known) {
            Curve curve = new Curve(
                    steps.stream().mapToInt(Integer::intValue).toArray(),
                    losses.stream().mapToDouble(Double::doubleValue).toArray());
            boolean diverged = divergedAt >= 0;
            return new RunRecord(
                    RunRecord.SCHEMA,
                    spec.id(),
                    spec,
                    diverged ? Outcome.DIVERGED : Outcome.BUDGET_SPENT,
                    diverged ? divergedAt : curve.step(curve.size() - 1),
                    diverged ? "the loss at step " + divergedAt + " is not finite" : "",
                    curve,
                    List.of(),
                    known,
                    TRAINER,
                    new Environment("", "", TRAINER + " from " + file.getFileName(), "", "", "", 0));
        }
    }
}
