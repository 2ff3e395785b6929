package org.converge4j.problem.table;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.converge4j.catalog.message.Few;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.problem.data.Missing;
import org.converge4j.table.TableFile;

/** Says all that is wrong with a table that has been read. */
final class TableCheck {
    private static final int MOST_NAMED = 6;
    private static final int LONGEST_CELL = 40;

    private final Reading reading;
    private final Csv settings;
    private final Roles roles;
    private final TableFile file;
    private final Mistakes mistakes;
    private final String name;

    TableCheck(Reading reading, Csv settings, Roles roles, Mistakes mistakes) {
        this.reading = reading;
        this.settings = settings;
        this.roles = roles;
        this.file = reading.file();
        this.mistakes = mistakes;
        this.name = reading.files().name();
    }

    void check() {
        ragged();
        new StrangeColumns(reading, settings, roles, mistakes).check();
        reading.columns().forEach(column -> {
            if (column instanceof LevelColumn levels && column.role().isPredicted()) {
                label(levels);
            }
        });
        empty();
        missing();
        if (reading.pass().rows().count() == 0 && mistakes.isEmpty()) {
            long dropped = reading.pass().droppedRows();
            mistakes.add(name + ": "
                    + (dropped > 0
                            ? Mismatch.of("at least 1 row without gaps", "none of " + dropped)
                            : Mismatch.of("at least 1 row below the heading line", "none")));
        }
    }

    private void ragged() {
        long count = reading.pass().raggedRows();
        if (count > 0) {
            List<String> first = reading.pass().ragged();
            mistakes.add(name + reading.pass().firstRagged() + ": expected "
                    + file.columns().size() + " cells a row, found others: " + String.join(", ", first)
                    + (count > first.size() ? ", and " + (count - first.size()) + " rows more" : ""));
        }
    }

    /** What is said of the first category that does not belong into a column, after the file's name. */
    static String foreign(LevelColumn column) {
        ForeignCells foreign = column.foreign();
        String wrong = "expected at most 1000 categories, found more by this line";
        if (column.isClosed()) {
            wrong = Mismatch.of("one of the training rows' " + some(column.levels()), Mismatch.quoted(foreign.first()));
        } else if (isLong(foreign)) {
            wrong = Mismatch.of(
                    "categories of at most " + LevelColumn.LONGEST + " characters",
                    "one of " + foreign.firstLength() + ", " + Mismatch.quoted(foreign.first()));
        }
        return foreign.place() + ": column " + column.name() + ": " + wrong;
    }

    private static boolean isLong(ForeignCells foreign) {
        return foreign.firstLength() > LevelColumn.LONGEST;
    }

    private void label(LevelColumn column) {
        int rows = reading.pass().rows().count();
        int levels = column.levels().size();
        if (column.isClosed() || isLong(column.foreign())) {
            if (column.foreign().count() > 0) {
                mistakes.add(name + foreign(column));
            }
        } else if (column.foreign().count() > 0
                || (levels > 2 && levels == rows && !reading.pass().isShort())) {
            mistakes.add(name + ": label " + column.name() + " has "
                    + (column.foreign().count() > 0 ? "more than 1000" : Integer.toString(levels)) + " classes in "
                    + rows + " rows (" + some(column.levels()) + "). Is it a number? target: " + column.spelled()
                    + " predicts it as one");
        } else if (levels == 1 && rows > 0 && !reading.pass().isShort()) {
            mistakes.add(name + ": column " + column.name() + ": "
                    + Mismatch.of(
                            "at least two classes",
                            "one, " + cut(column.levels().get(0))));
        }
    }

    private void empty() {
        List<String> empty = reading.columns().stream()
                .filter(Column::isEmpty)
                .map(column -> Column.listed(column.name()))
                .toList();
        if (!empty.isEmpty()) {
            mistakes.add(name + ": found nothing but missing values in " + some(empty) + "; ignore leaves columns out");
        }
    }

    private void missing() {
        if (settings.missing() == Missing.DROP) {
            return;
        }
        List<Column> predicted = gaps(true);
        if (settings.missing() == Missing.REFUSE) {
            missing(
                    gaps(false),
                    (predicted.isEmpty() ? "missing: impute fills them in, " : "")
                            + "missing: drop leaves the rows out");
        }
        missing(predicted, "what is to be predicted must be there; missing: drop leaves the rows out");
    }

    private List<Column> gaps(boolean predicted) {
        return reading.columns().stream()
                .filter(column -> column.role().isPredicted() == predicted && column.missing() > 0 && !column.isEmpty())
                .toList();
    }

    private void missing(List<Column> columns, String advice) {
        if (!columns.isEmpty()) {
            mistakes.add(name + columns.get(0).firstMissing() + ": found missing values in "
                    + columns.stream()
                            .limit(3L * MOST_NAMED)
                            .map(column -> Column.listed(column.name()) + " (" + column.missing() + ")")
                            .collect(Collectors.joining(", "))
                    + (columns.size() > 3 * MOST_NAMED ? ", …" : "") + "; " + advice);
        }
    }

    static String some(Collection<String> cells) {
        return Few.of(cells.stream().map(TableCheck::cut).toList(), MOST_NAMED);
    }

    private static String cut(String cell) {
        return cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) + "…" : cell;
    }
}
