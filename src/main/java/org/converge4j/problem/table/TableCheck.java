package org.converge4j.problem.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.converge4j.catalog.message.Few;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.problem.data.Missing;
import org.converge4j.problem.table.Column.Role;
import org.converge4j.table.CellKind;
import org.converge4j.table.TableFile;

/** Says all that is wrong with a table that has been read. */
final class TableCheck {
    private static final int MOST_NAMED = 6;
    private static final int LONGEST_CELL = 40;

    /** So many levels, or as many as rows, are more than categories. */
    private static final int MOST_CATEGORIES = 100;

    private final Reading reading;
    private final Csv settings;
    private final TableFile file;
    private final Mistakes mistakes;
    private final String name;

    TableCheck(Reading reading, Csv settings, Mistakes mistakes) {
        this.reading = reading;
        this.settings = settings;
        this.file = reading.file();
        this.mistakes = mistakes;
        this.name = reading.files().name();
    }

    void check() {
        ragged();
        features();
        reading.columns().stream().filter(column -> column.role().isPredicted()).forEach(this::predicted);
        missing();
        if (reading.pass().rows().count() == 0 && mistakes.isEmpty()) {
            mistakes.add(name + ": " + Mismatch.of("at least 1 row below the heading line", "none"));
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

    private void features() {
        List<Column> texts = new ArrayList<>();
        List<Column> dates = new ArrayList<>();
        List<Column> names = new ArrayList<>();
        for (Column column : reading.columns()) {
            if (column.role() != Role.FEATURE) {
                continue;
            }
            if (column instanceof NumberColumn numbers && numbers.foreign().count() > 0) {
                if (numbers.isText()) {
                    (isDates(levels(column)) ? dates : texts).add(column);
                } else {
                    stray(numbers);
                }
            } else if (column instanceof LevelColumn levels) {
                if (levels.foreign().count() > 0) {
                    unknownLevels(levels);
                } else if (Roles.isAuto(settings, file) && isNoCategory(levels)) {
                    (isDates(levels.levels()) ? dates : names).add(column);
                }
            }
        }
        complain(
                texts,
                "text",
                "categorical: auto reads it as categories, categorical: [" + list(texts) + "] those named");
        complain(dates, "dates", "");
        complain(names, "texts that hardly repeat", "");
    }

    private void complain(List<Column> columns, String what, String advice) {
        if (!columns.isEmpty()) {
            mistakes.add(name + place(columns.get(0)) + ": expected numbers, found " + what + " in "
                    + (columns.size() == 1 ? "column " : columns.size() + " columns: ")
                    + columns.stream()
                            .limit(3L * MOST_NAMED)
                            .map(this::described)
                            .collect(Collectors.joining(", "))
                    + "; " + advice + (advice.isEmpty() ? "" : ", ") + "ignore: [" + list(columns) + "] leaves "
                    + (columns.size() == 1 ? "it" : "them") + " out");
        }
    }

    private static String place(Column column) {
        return column instanceof NumberColumn numbers ? numbers.foreign().place() : "";
    }

    private String described(Column column) {
        Collection<String> levels = levels(column);
        return column.name() + " (" + some(levels) + ")";
    }

    private static Collection<String> levels(Column column) {
        return column instanceof LevelColumn levels
                ? levels.levels()
                : ((NumberColumn) column).foreign().levels().keySet();
    }

    private boolean isNoCategory(LevelColumn column) {
        int levels = column.levels().size();
        return levels > MOST_CATEGORIES
                || (levels > 2 && levels >= reading.pass().rows().count());
    }

    private static boolean isDates(Collection<String> cells) {
        long dates = cells.stream()
                .filter(cell -> CellKind.of(cell) == CellKind.DATE)
                .count();
        return dates > 0.8 * cells.size();
    }

    /** A few cells among numbers. */
    private void stray(NumberColumn column) {
        ForeignCells foreign = column.foreign();
        long others = foreign.count() - 1;
        mistakes.add(name + foreign.place() + ": column " + column.name() + ": expected a finite number, found "
                + Mismatch.quoted(foreign.first())
                + (others == 0
                        ? ""
                        : " and " + others + " more: " + some(foreign.levels().keySet())) + "; "
                + Advice.on(foreign.first(), column));
    }

    private void unknownLevels(LevelColumn column) {
        ForeignCells foreign = column.foreign();
        String wrong = "expected at most 1000 categories, found more by this line";
        if (column.isClosed()) {
            wrong = Mismatch.of("one of the training rows' " + some(column.levels()), Mismatch.quoted(foreign.first()));
        } else if (isLong(foreign)) {
            wrong = Mismatch.of(
                    "categories of at most " + LevelColumn.LONGEST + " characters",
                    "one of " + foreign.firstLength() + ", " + Mismatch.quoted(foreign.first()));
        }
        mistakes.add(name + foreign.place() + ": column " + column.name() + ": " + wrong);
    }

    private static boolean isLong(ForeignCells foreign) {
        return foreign.firstLength() > LevelColumn.LONGEST;
    }

    private void predicted(Column column) {
        if (column instanceof NumberColumn numbers && numbers.foreign().count() > 0) {
            if (numbers.isText() && settings.target().size() == 1) {
                mistakes.add(name + numbers.foreign().place() + ": target " + column.name()
                        + ": expected numbers, found text (" + some(levels(column)) + "); label: " + column.name()
                        + " predicts it as a class");
            } else {
                stray(numbers);
            }
        } else if (column instanceof LevelColumn levels) {
            label(levels);
        }
    }

    private void label(LevelColumn column) {
        int rows = reading.pass().rows().count();
        int levels = column.levels().size();
        if (column.isClosed() || isLong(column.foreign())) {
            if (column.foreign().count() > 0) {
                unknownLevels(column);
            }
        } else if (column.foreign().count() > 0 || (levels > 2 && levels == rows)) {
            mistakes.add(name + ": label " + column.name() + " has "
                    + (column.foreign().count() > 0 ? "more than 1000" : Integer.toString(levels)) + " classes in "
                    + rows + " rows (" + some(column.levels()) + "). Is it a number? target: " + column.name()
                    + " predicts it as one");
        } else if (levels == 1 && rows > 0) {
            mistakes.add(name + ": column " + column.name() + ": "
                    + Mismatch.of(
                            "at least two classes",
                            "one, " + cut(column.levels().get(0))));
        }
    }

    private void missing() {
        if (settings.missing() == Missing.DROP) {
            return;
        }
        if (settings.missing() == Missing.REFUSE) {
            missing(
                    reading.columns().stream()
                            .filter(column -> !column.role().isPredicted() && column.missing() > 0)
                            .toList(),
                    "missing: impute fills them in, missing: drop leaves the rows out");
        }
        missing(
                reading.columns().stream()
                        .filter(column -> column.role().isPredicted() && column.missing() > 0)
                        .toList(),
                "what is to be predicted must be there; missing: drop leaves the rows out");
    }

    private void missing(List<Column> columns, String advice) {
        if (!columns.isEmpty()) {
            mistakes.add(name + columns.get(0).firstMissing() + ": found missing values in "
                    + columns.stream()
                            .limit(3L * MOST_NAMED)
                            .map(column -> column.name() + " (" + column.missing() + ")")
                            .collect(Collectors.joining(", "))
                    + (columns.size() > 3 * MOST_NAMED ? ", …" : "") + "; " + advice);
        }
    }

    private static String list(List<Column> columns) {
        return columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
    }

    /** As it can be pasted into a list of YAML. */
    private static String quoted(String name) {
        return name.matches("[\\p{L}_][\\p{L}\\d_. -]*") ? name : "\"" + name + "\"";
    }

    static String some(Collection<String> cells) {
        return Few.of(cells.stream().map(TableCheck::cut).toList(), MOST_NAMED);
    }

    private static String cut(String cell) {
        return cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) + "…" : cell;
    }
}
