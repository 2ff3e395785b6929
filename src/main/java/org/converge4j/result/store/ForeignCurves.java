package org.converge4j.result.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.converge4j.catalog.message.Checks;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.catalog.message.RecordLimit;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Training;
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

    /** What Excel puts before UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final long LARGEST = 512L << 20;
    private static final long MOST_POINTS = 10_000_000;
    private static final int MOST_RUNS = 100_000;

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .get();

    private final Path file;
    private final Map<String, ProblemFacts> facts;
    private final Map<String, Problem> problems = new LinkedHashMap<>();
    private final Set<Long> seeds;
    private final Training training;
    private final Map<RunSpec, ForeignPoints> runs = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private long points;

    /**
     * @param facts of the experiment's problems, by name
     */
    public ForeignCurves(Path file, Experiment experiment, Map<String, ProblemFacts> facts) {
        this.file = file;
        this.facts = facts;
        this.seeds = new HashSet<>(experiment.seeds());
        this.training = experiment.trials().get(0).training();
        experiment.problems().stream()
                .filter(problem -> facts.containsKey(problem.name()))
                .forEach(problem -> problems.put(problem.name(), problem));
    }

    /**
     * A record for each problem, label and seed of the file.
     *
     * @throws DamagedRecordException if the file is not what it should be, with the line
     */
    public List<RunRecord> read() {
        try {
            checkFile();
            readAll();
        } catch (IOException failure) {
            throw refusal(failure);
        } catch (UncheckedIOException failure) {
            throw refusal(Optional.ofNullable(failure.getCause()).orElseThrow());
        } catch (IllegalArgumentException foreign) {
            throw new DamagedRecordException(file + ": "
                    + Mismatch.of("a comma-separated table (RFC 4180)", String.valueOf(foreign.getMessage())) + ".");
        }
        return runs.entrySet().stream()
                .map(run -> run.getValue().record(run.getKey(), factsOf(run.getKey()), file))
                .toList();
    }

    private RuntimeException refusal(IOException failure) {
        if (failure instanceof CharacterCodingException) {
            return new DamagedRecordException(file + ": " + Mismatch.of("UTF-8 text", "other bytes") + ".");
        }
        return failure instanceof CSVException
                ? new DamagedRecordException(file + ": "
                        + Mismatch.of("a comma-separated table (RFC 4180)", String.valueOf(failure.getMessage())) + ".")
                : new StorageException(file, failure);
    }

    /** A device has no end, and a pipe nobody at the other. */
    private void checkFile() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DamagedRecordException(file + ": " + Mismatch.of("a file", "none") + ".");
        }
        if (Files.size(file) > LARGEST) {
            throw new DamagedRecordException(
                    file + ": " + Mismatch.of("at most " + LARGEST + " bytes", Long.toString(Files.size(file))) + ".");
        }
    }

    private void readAll() throws IOException {
        try (RecordLimit text = new RecordLimit(Files.newBufferedReader(file));
                CSVParser csv = CSVParser.parse(text, FORMAT)) {
            csv.getHeaderMap().forEach((heading, place) -> places.putIfAbsent(plain(heading), place));
            List<String> missing = new ArrayList<>(COLUMNS);
            missing.removeAll(places.keySet());
            if (!missing.isEmpty()) {
                throw new DamagedRecordException(file + ":1: "
                        + Mismatch.of("the columns " + String.join(",", COLUMNS), "no " + String.join(", ", missing))
                        + ".");
            }
            for (CSVRecord cells : csv) {
                text.next();
                add(new Row(cells));
            }
        }
    }

    /** Of headings, case and what stands between words do not matter: Learning Rate, learningRate. */
    private static String plain(String heading) {
        return heading.replace(BYTE_ORDER_MARK, "")
                .strip()
                .replaceAll("(\\p{Lower})(\\p{Upper})", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s-]+", "_");
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
        long seed = row.whole("seed");
        if (!seeds.contains(seed)) {
            throw row.wrong("seed", "one of the experiment's seeds, " + seeds);
        }
        Trial trial = new Trial(
                row.name("label") + " (" + TRAINER + ")",
                problem,
                new Choice(row.name("updater") + " (" + TRAINER + ")", row.settings()),
                training);
        return new RunSpec(trial, seed);
    }

    private ProblemFacts factsOf(RunSpec run) {
        return Optional.ofNullable(facts.get(run.trial().problem().name())).orElseThrow();
    }

    /** A line below the heading. */
    private final class Row {
        private static final int LONGEST = Checks.LONGEST_NAME / 2;

        private final CSVRecord cells;

        Row(CSVRecord cells) {
            this.cells = cells;
            if (!cells.isConsistent()) {
                throw new DamagedRecordException(place() + ": "
                        + Mismatch.of("as many cells as in the heading", Integer.toString(cells.size())) + ".");
            }
        }

        String place() {
            return file + ":" + (cells.getRecordNumber() + 1);
        }

        String text(String column) {
            return cells.get(Optional.ofNullable(places.get(column)).orElseThrow());
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
