package org.converge4j.result.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.converge4j.catalog.message.Checks;
import org.converge4j.catalog.message.FileKind;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Training;
import org.converge4j.result.RunRecord;

/**
 * Curves from elsewhere as records, with the columns of {@code curves.csv} or what {@link ForeignTable} takes for them. Problems and
 * seeds must be the experiment's, its steps ascend from 0; a loss that is not finite says that the run diverged there.
 */
public final class ForeignCurves {
    /** What {@link RunRecord#trainer()} says of an imported run. */
    public static final String TRAINER = "imported";

    private static final long LARGEST = 512L << 20;
    private static final long MOST_POINTS = 10_000_000;
    private static final int MOST_RUNS = 100_000;

    private final Path file;
    private final Map<String, Map<Long, ProblemFacts>> facts;
    private final Map<String, String> mapping;
    private final Map<String, Problem> problems = new LinkedHashMap<>();
    private final Set<Long> seeds;
    private final Training training;
    private final Map<RunSpec, ForeignPoints> runs = new LinkedHashMap<>();
    private long points;

    /**
     * @param facts of the experiment's problems, by name and seed
     * @param mapping what the file calls our columns, where it is not among the names known
     */
    public ForeignCurves(
            Path file, Experiment experiment, Map<String, Map<Long, ProblemFacts>> facts, Map<String, String> mapping) {
        this.file = file;
        this.facts = facts;
        this.mapping = mapping;
        this.seeds = new HashSet<>(experiment.seeds());
        this.training = experiment.trials().get(0).training();
        experiment.problems().stream()
                .filter(problem -> facts.containsKey(problem.name()))
                .forEach(problem -> problems.put(problem.name(), problem));
    }

    /**
     * A record for each problem, label and seed of the file. Where it does not say, the problem is the experiment's only one, the
     * seed its smallest, the label the updater's name or else the file's, and the updater the label.
     *
     * @throws DamagedRecordException if the file is not what it should be, with the line
     */
    public List<RunRecord> read() {
        try {
            checkFile();
        } catch (IOException failure) {
            throw new StorageException(file, failure);
        }
        new ForeignTable(file, mapping).read(cells -> add(new Row(cells)));
        return runs.entrySet().stream()
                .map(run -> run.getValue().record(run.getKey(), factsOf(run.getKey()), file))
                .toList();
    }

    /** A device has no end, and a pipe nobody at the other. */
    private void checkFile() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DamagedRecordException(file + ": " + FileKind.complaint(file, "a file") + ".");
        }
        if (Files.size(file) > LARGEST) {
            throw new DamagedRecordException(
                    file + ": " + Mismatch.of("at most " + LARGEST + " bytes", Long.toString(Files.size(file))) + ".");
        }
    }

    private void add(Row row) {
        if (++points > MOST_POINTS) {
            throw new DamagedRecordException(
                    row.place() + ": " + Mismatch.of("at most " + MOST_POINTS + " points", "more") + ".");
        }
        ForeignPoints run = runs.computeIfAbsent(spec(row), spec -> new ForeignPoints());
        if (runs.size() > MOST_RUNS) {
            throw new DamagedRecordException(
                    row.place() + ": " + Mismatch.of("at most " + MOST_RUNS + " runs", "more") + ".");
        }
        long step = row.whole("step");
        if (step > Integer.MAX_VALUE || !run.follows(step)) {
            throw row.wrong("step", "a step after " + run.last() + ", each run starting at 0");
        }
        run.add((int) step, row.loss());
    }

    private RunSpec spec(Row row) {
        Problem problem = Optional.ofNullable(problems.get(row.text("problem")))
                .orElseThrow(() ->
                        row.wrong("problem", "one of the recorded problems, " + String.join(", ", problems.keySet())));
        long seed = row.has("seed") ? row.whole("seed") : Collections.min(seeds);
        if (!seeds.contains(seed)) {
            throw row.wrong("seed", "one of the experiment's seeds, " + seeds);
        }
        Trial trial = new Trial(
                row.name(row.has("label") ? "label" : "updater") + " (" + TRAINER + ")",
                problem,
                new Choice(row.name(row.has("updater") ? "updater" : "label") + " (" + TRAINER + ")", row.settings()),
                training);
        return new RunSpec(trial, seed);
    }

    private ProblemFacts factsOf(RunSpec run) {
        Map<Long, ProblemFacts> bySeed =
                requireNonNull(facts.get(run.trial().problem().name()));
        return bySeed.getOrDefault(run.seed(), bySeed.values().iterator().next());
    }

    /** A line below the heading. */
    private final class Row {
        private static final int LONGEST = Checks.LONGEST_NAME / 2;

        private final ForeignTable.Row cells;

        Row(ForeignTable.Row cells) {
            this.cells = cells;
        }

        String place() {
            return cells.place();
        }

        boolean has(String column) {
            return cells.cells().containsKey(column);
        }

        /** Where the file has no such column, what can be known without it. */
        String text(String column) {
            return switch (column) {
                case "problem" ->
                    cells.get(
                            column,
                            problems.size() == 1 ? problems.keySet().iterator().next() : "");
                case "label", "updater" ->
                    cells.get(column, String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", ""));
                default -> cells.get(column, "");
            };
        }

        String name(String column) {
            String name = CsvText.read(text(column));
            if (name.isBlank() || name.length() > LONGEST) {
                throw wrong(column, "a name of 1 to " + LONGEST + " characters");
            }
            return name;
        }

        Map<String, Object> settings() {
            if (text("learning_rate").isEmpty()) {
                return Map.of();
            }
            double rate = number("learning_rate", "a number");
            if (!(rate > 0 && Double.isFinite(rate))) {
                throw wrong("learning_rate", "a number above 0, or nothing");
            }
            return Map.of(Choice.LEARNING_RATE, rate);
        }

        /** A whole number, which other programs may have written as 1.0. */
        long whole(String column) {
            double number = number(column, "a whole number");
            if (number != Math.rint(number) || Math.abs(number) > Long.MAX_VALUE) {
                throw wrong(column, "a whole number");
            }
            return text(column).matches("[+-]?\\d{1,18}") ? Long.parseLong(text(column)) : (long) number;
        }

        /** NaN for a loss that is no longer a number, as other programs spell that. */
        double loss() {
            return text("loss").matches("(?i)[+-]?(nan|inf|infinity)") ? Double.NaN : number("loss", "a number");
        }

        private double number(String column, String expected) {
            try {
                return Double.parseDouble(text(column));
            } catch (NumberFormatException noNumber) {
                throw wrong(column, expected);
            }
        }

        DamagedRecordException wrong(String column, String expected) {
            return new DamagedRecordException(
                    place() + ": " + column + ": " + Mismatch.of(expected, Mismatch.quoted(text(column))) + ".");
        }
    }
}
