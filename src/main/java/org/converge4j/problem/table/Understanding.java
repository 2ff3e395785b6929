package org.converge4j.problem.table;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.converge4j.catalog.message.Few;
import org.converge4j.problem.data.Missing;
import org.converge4j.problem.data.Split;
import org.converge4j.problem.data.Standardise;
import org.converge4j.problem.table.Column.Role;
import org.converge4j.table.NumberSpelling;
import org.converge4j.table.TableFile;

/** Says what was understood of a table, for its owner to see before anything is trained. */
record Understanding(Reading training, Optional<Reading> test, Csv settings, Roles roles) {
    private static final int MOST_NAMED = 8;

    /** More of them that are all numbers are hardly classes, if they are also more than a tenth of the rows. */
    private static final int MOST_CLASSES = 20;

    private static final double HALF = 0.5;

    /**
     * A line on the file, and one on whatever else there is to say.
     *
     * @param divided what became of it
     */
    List<String> lines(Divided divided) {
        List<String> lines = new ArrayList<>();
        lines.add(file(training));
        predicted().forEach(lines::add);
        lines.add("  features: " + features());
        if (divided.areSteps()) {
            lines.add("  " + sequences(divided.lengths()));
        } else if (settings.steps() > 0) {
            lines.add("  a row is a sequence of " + counted(settings.steps(), "step"));
        }
        leftOut().ifPresent(lines::add);
        missing().ifPresent(lines::add);
        constant().ifPresent(lines::add);
        if (settings.standardise() != Standardise.NONE) {
            lines.add("  scaled: " + settings.standardise().spoken());
        }
        test.ifPresent(reading -> lines.add("  test part: " + file(reading)));
        if (test.isEmpty()) {
            divided.parts()
                    .test()
                    .ifPresent(rows -> lines.add("  test part: "
                            + (divided.areSteps() ? sequences(divided.testLengths()) : rows.rows() + " of the rows")
                            + (settings.split() == Split.EACH ? ", others for each seed" : "")));
        }
        return lines;
    }

    private static String file(Reading reading) {
        TablePass pass = reading.pass();
        return reading.files().name() + ": "
                + (reading.files().isFolder() ? counted(reading.files().all().size(), "file") + ", " : "")
                + reading.file().dialect().spoken() + ", "
                + counted(pass.rows().count(), "row")
                + (pass.emptyRows() > 0 ? ", " + counted(pass.emptyRows(), "empty row") + " left out" : "")
                + (pass.droppedRows() > 0 ? ", " + counted(pass.droppedRows(), "row") + " with gaps left out" : "");
    }

    private static String sequences(IntStream lengths) {
        IntSummaryStatistics all = lengths.summaryStatistics();
        return counted(all.getCount(), "sequence") + " of "
                + (all.getMin() == all.getMax() ? "" : all.getMin() + " to ") + counted(all.getMax(), "step");
    }

    private Stream<String> predicted() {
        return training.columns().stream()
                .filter(column -> column.role().isPredicted())
                .map(column -> column instanceof LevelColumn label
                        ? "  label " + label.name() + ": " + shares(label) + hint(label)
                        : "  target: " + column.name() + hint((NumberColumn) column));
    }

    /** That a label may be meant as a target. */
    private String hint(LevelColumn label) {
        NumberSpelling numbers = training.file().dialect().numbers();
        return label.levels().size()
                                > Math.max(MOST_CLASSES, training.pass().rows().count() / 10)
                        && label.levels().stream().noneMatch(level -> Double.isNaN(numbers.parse(level)))
                ? " (numbers; target: " + label.spelled() + " predicts them as such)"
                : "";
    }

    /** That a target may be meant as a label, or that one row decides what its loss is. */
    private static String hint(NumberColumn target) {
        return target.isBinary()
                ? " (0 and 1 only; label: " + target.spelled() + " predicts a class, with accuracy)"
                : target.farthest()
                        .filter(far -> far.share() > HALF)
                        .map(far -> String.format(
                                Locale.ROOT,
                                " (%s in line %d alone makes %.3g %% of its variance)",
                                Advice.plain(far.value()),
                                far.line(),
                                100 * far.share()))
                        .orElse("");
    }

    /** The commonest first: who always says it is right so often. */
    private String shares(LevelColumn label) {
        int rows = training.pass().rows().count();
        return some(label.levels().stream()
                .sorted((one, other) -> Long.compare(label.count(other), label.count(one)))
                .map(level -> String.format(
                        Locale.ROOT, "%s %d (%.3g %%)", level, label.count(level), 100.0 * label.count(level) / rows))
                .toList());
    }

    private String features() {
        List<String> numbers = names(false);
        List<String> categories = training.columns().stream()
                .filter(column -> column.role() == Role.FEATURE && column instanceof LevelColumn)
                .map(column ->
                        Column.listed(column.name()) + " (" + TableCheck.some(((LevelColumn) column).levels()) + ")")
                .toList();
        return Stream.of(
                        numbers.isEmpty() ? "" : counted(numbers.size(), "number") + " (" + some(numbers) + ")",
                        categories.isEmpty()
                                ? ""
                                : (categories.size() == 1 ? "1 category" : categories.size() + " categories") + ", "
                                        + some(categories))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private List<String> names(boolean constant) {
        return training.columns().stream()
                .filter(column -> column.role() == Role.FEATURE
                        && column instanceof NumberColumn numbers
                        && (!constant || numbers.isConstant()))
                .map(column -> Column.listed(column.name()))
                .toList();
    }

    private Optional<String> leftOut() {
        TableFile file = training.file();
        List<String> out = Stream.of(
                        file.above().stream(),
                        file.leftOut().values().stream(),
                        roles.ignored().stream()
                                .filter(index -> !file.leftOut().containsKey(index))
                                .sorted()
                                .map(index -> Column.listed(file.columns().get(index))))
                .flatMap(part -> part)
                .toList();
        return out.isEmpty() ? Optional.empty() : Optional.of("  left out: " + some(out));
    }

    private Optional<String> missing() {
        List<String> gaps = training.columns().stream()
                .filter(column -> column.missing() > 0)
                .map(column -> Column.listed(column.name()) + " " + column.missing())
                .toList();
        return gaps.isEmpty()
                ? Optional.empty()
                : Optional.of("  missing: " + some(gaps)
                        + (settings.missing() == Missing.IMPUTE
                                ? "; filled by the training mean, or a level of its own"
                                : "; their rows are left out"));
    }

    private Optional<String> constant() {
        List<String> constant = names(true);
        return constant.isEmpty() || training.pass().rows().count() < 2
                ? Optional.empty()
                : Optional.of("  constant: " + some(constant));
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String some(List<String> names) {
        return Few.of(names, MOST_NAMED);
    }
}
