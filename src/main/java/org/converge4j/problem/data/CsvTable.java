package org.converge4j.problem.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.converge4j.catalog.message.Mismatch;

/** Reads a CSV file into a table, column by column. */
final class CsvTable {
    private static final long MOST_NUMBERS = 250_000_000;

    private final Csv settings;
    private final String file;
    private final Optional<CsvTable> training;
    private final List<CsvColumn> features = new ArrayList<>();
    private final List<CsvColumn> targets = new ArrayList<>();
    private int rows;

    /**
     * @param file as messages call it
     * @param training the table whose categories this one must keep to
     */
    private CsvTable(Csv settings, String file, Optional<CsvTable> training) {
        this.settings = settings;
        this.file = file;
        this.training = training;
    }

    /** The table of the settings' file, and of its test file if it has one. */
    static Table.Parts read(Csv settings, Path base) {
        String file = settings.file().path();
        CsvTable training = read(settings, base, file, Optional.empty());
        String testFile = settings.testFile().path();
        if (testFile.isEmpty()) {
            return training.table().split(settings.testFraction(), settings.seed(), file);
        }
        if (settings.testFraction() > 0) {
            throw new ProblemException(file + ": " + Mismatch.of("testFile or testFraction", "both"));
        }
        return new Table.Parts(
                training.table(),
                Optional.of(
                        read(settings, base, testFile, Optional.of(training)).table()));
    }

    private static CsvTable read(Csv settings, Path base, String file, Optional<CsvTable> training) {
        CsvTable table = new CsvTable(settings, file, training);
        new CsvFile(base.resolve(file), file).read(table::open);
        if (table.rows == 0) {
            throw new ProblemException(file + ": " + Mismatch.of("at least 1 row below the heading line", "none"));
        }
        return table;
    }

    private Consumer<CsvFile.Line> open(List<String> heading) {
        Stream.of(settings.predicted(), settings.ignore(), settings.categorical())
                .flatMap(List::stream)
                .forEach(column -> require(column, heading));
        for (int i = 0; i < heading.size(); i++) {
            String name = heading.get(i);
            if (settings.predicted().contains(name)) {
                targets.add(column(i, name, settings.isClassification()));
            } else if (!settings.ignore().contains(name)) {
                features.add(column(i, name, settings.categorical().contains(name)));
            }
        }
        if (features.isEmpty()) {
            throw new ProblemException(file + ":1: no column is left as a feature");
        }
        return this::add;
    }

    private CsvColumn column(int index, String name, boolean categorical) {
        if (!categorical) {
            return new CsvColumn.Numbers(index, name);
        }
        return training.map(t -> new CsvColumn.Levels(index, name, t.levels(name)))
                .orElseGet(() -> new CsvColumn.Levels(index, name));
    }

    private List<String> levels(String column) {
        return Stream.concat(features.stream(), targets.stream())
                .filter(c -> c.name.equals(column))
                .flatMap(c -> c instanceof CsvColumn.Levels levels ? levels.levels().stream() : Stream.empty())
                .toList();
    }

    private void add(CsvFile.Line line) {
        if (!isWhole(line)) {
            return;
        }
        features.forEach(column -> column.add(line));
        targets.forEach(column -> column.add(line));
        rows++;
    }

    /** Whether the line is to be kept; refuses it where the settings say so. */
    private boolean isWhole(CsvFile.Line line) {
        for (CsvColumn column : features) {
            if (Missing.is(line.cell(column.index)) && settings.missing() != Missing.IMPUTE) {
                return dropped(line, column, "a value (missing: impute fills it in, missing: drop leaves the row out)");
            }
        }
        for (CsvColumn column : targets) {
            if (Missing.is(line.cell(column.index))) {
                return dropped(line, column, "a value to predict (missing: drop leaves the row out)");
            }
        }
        return true;
    }

    private boolean dropped(CsvFile.Line line, CsvColumn column, String expected) {
        if (settings.missing() == Missing.DROP) {
            return false;
        }
        throw line.refuse(column.index, expected);
    }

    private Table table() {
        List<String> names = names(features);
        List<String> predicted = names(targets);
        long numbers = (long) rows * (names.size() + predicted.size());
        if (numbers > MOST_NUMBERS) {
            throw new ProblemException(file + ": "
                    + Mismatch.of("at most " + MOST_NUMBERS + " numbers", numbers + " in " + rows + " rows"));
        }
        Columns columns = settings.isClassification()
                ? new Columns(names, settings.predicted(), classes())
                : new Columns(names, predicted, List.of());
        boolean[] oneHot = new boolean[names.size()];
        int at = 0;
        for (CsvColumn column : features) {
            for (int i = column.names().size(); i > 0; i--) {
                oneHot[at++] = column instanceof CsvColumn.Levels;
            }
        }
        return new Table(rows, write(features, names.size()), write(targets, predicted.size()), columns, oneHot);
    }

    private List<String> classes() {
        List<String> classes = levels(settings.label());
        if (classes.size() < 2) {
            throw new ProblemException(file + ": column " + settings.label() + ": "
                    + Mismatch.of("at least two classes", "one, " + classes.get(0)));
        }
        return classes;
    }

    private double[] write(List<CsvColumn> columns, int width) {
        double[] table = new double[rows * width];
        int at = 0;
        for (CsvColumn column : columns) {
            for (int row = 0; row < rows; row++) {
                column.write(row, table, row * width + at);
            }
            at += column.names().size();
        }
        return table;
    }

    private static List<String> names(List<CsvColumn> columns) {
        return columns.stream().flatMap(column -> column.names().stream()).toList();
    }

    private void require(String column, List<String> heading) {
        if (!heading.contains(column)) {
            throw new ProblemException(
                    file + ":1: " + Mismatch.unknown("column " + Mismatch.quoted(column), column, heading));
        }
    }
}
