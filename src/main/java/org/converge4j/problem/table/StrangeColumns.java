package org.converge4j.problem.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.problem.table.Column.Role;
import org.converge4j.table.CellKind;
import org.converge4j.table.Numerals;
import org.converge4j.table.TableFile;

/** Says of columns that should hold numbers what they hold instead, those of a kind at once, and what may be done. */
final class StrangeColumns {
    private static final int MOST_NAMED = 18;

    /** So many levels, or as many as rows, are more than categories. */
    private static final int MOST_CATEGORIES = 100;

    /** So few numbers with letters behind are rather names: 2WD, 4WD. */
    private static final int FEW = 12;

    private final Reading reading;
    private final Csv settings;
    private final Roles roles;
    private final Mistakes mistakes;
    private final TableFile file;
    private final String name;
    private final Numerals numerals;
    private final List<Column> texts = new ArrayList<>();
    private final List<Column> dates = new ArrayList<>();
    private final List<Column> names = new ArrayList<>();
    private final Map<Numerals.Way, List<Column>> spelled = new LinkedHashMap<>();

    StrangeColumns(Reading reading, Csv settings, Roles roles, Mistakes mistakes) {
        this.reading = reading;
        this.settings = settings;
        this.roles = roles;
        this.mistakes = mistakes;
        this.file = reading.file();
        this.name = reading.files().name();
        this.numerals = new Numerals(file.dialect().numbers(), hasFractions());
    }

    /** Whether a column of numbers holds one that is not whole. */
    private boolean hasFractions() {
        boolean[] has = {false};
        List<Column> columns = reading.columns();
        reading.pass().rows().each((block, offset) -> {
            for (int slot = 0; slot < columns.size(); slot++) {
                double value = block[offset + slot];
                has[0] |= columns.get(slot) instanceof NumberColumn
                        && Double.isFinite(value)
                        && value != Math.rint(value);
            }
        });
        return has[0];
    }

    /** A line for each kind of them. */
    void check() {
        reading.columns().forEach(this::sort);
        spelled.forEach((way, columns) -> complain(
                columns, "numbers with marks or signs", Advice.numbers(way, file, columns, levels(columns.get(0)))));
        complain(
                texts,
                "text",
                "categorical: auto reads it as categories, categorical: [" + list(texts) + "] those named");
        complain(dates, "dates", "");
        complain(names, "texts that hardly repeat", "");
        together();
    }

    /** What is to be written where several kinds call for something: each setting stands but once. */
    private void together() {
        List<Column> out = Stream.concat(names.stream(), dates.stream()).toList();
        if (out.isEmpty()
                || Stream.of(texts, names, dates).filter(List::isEmpty).count() > 1) {
            return;
        }
        Stream<String> ignored = settings.ignore().stream().map(Column::spelled);
        mistakes.add(name + ": all of it is answered by ignore: ["
                + Stream.concat(ignored, out.stream().map(Column::spelled)).collect(Collectors.joining(", ")) + "]"
                + (texts.isEmpty() ? "" : ", categorical: auto"));
    }

    private void sort(Column column) {
        if (column instanceof NumberColumn numbers && numbers.foreign().count() > 0) {
            Optional<Numerals.Way> way = numerals.way(levels(column));
            if (!numbers.isText()) {
                stray(numbers, way);
            } else if (way.isPresent()) {
                spelled.computeIfAbsent(way.get(), w -> new ArrayList<>()).add(column);
            } else if (column.role().isPredicted()) {
                target(numbers);
            } else {
                (areDates(levels(column)) ? dates : isNoCategory(levels(column).size()) ? names : texts).add(column);
            }
        } else if (column instanceof LevelColumn levels && column.role() == Role.FEATURE) {
            category(levels);
        }
    }

    /** One that was found to hold text may be numbers to people, or no category. */
    private void category(LevelColumn column) {
        if (column.foreign().count() > 0) {
            mistakes.add(name + TableCheck.foreign(column));
            return;
        }
        if (column.isClosed() || roles.categorical().contains(file.columns().indexOf(column.name()))) {
            return;
        }
        Optional<Numerals.Way> way = numerals.way(column.levels())
                .filter(found -> !found.isUnit() || column.levels().size() > FEW);
        if (way.isPresent()) {
            spelled.computeIfAbsent(way.get(), w -> new ArrayList<>()).add(column);
        } else if (isNoCategory(column.levels().size())) {
            (areDates(column.levels()) ? dates : names).add(column);
        }
    }

    private boolean isNoCategory(int levels) {
        return levels > MOST_CATEGORIES
                || (levels > 2
                        && levels >= reading.pass().rows().count()
                        && !reading.pass().isShort());
    }

    private void target(NumberColumn column) {
        mistakes.add(name + column.foreign().place() + ": target " + column.name() + ": expected numbers, found text ("
                + TableCheck.some(levels(column)) + ")"
                + (settings.target().size() == 1 ? "; label: " + column.spelled() + " predicts it as a class" : ""));
    }

    private void complain(List<Column> columns, String what, String advice) {
        if (columns.isEmpty()) {
            return;
        }
        List<Column> features =
                columns.stream().filter(column -> !column.role().isPredicted()).toList();
        List<String> ways = new ArrayList<>();
        if (!advice.isEmpty()) {
            ways.add(advice);
        }
        if (!features.isEmpty()) {
            ways.add("ignore: [" + list(features) + "] leaves " + (features.size() == 1 ? "it" : "them") + " out");
        }
        mistakes.add(name + place(columns.get(0)) + ": expected numbers, found " + what + " in "
                + (columns.size() == 1 ? "column " : columns.size() + " columns: ")
                + columns.stream()
                        .limit(MOST_NAMED)
                        .map(column -> Column.listed(column.name()) + " (" + TableCheck.some(levels(column)) + ")")
                        .collect(Collectors.joining(", "))
                + "; " + String.join(", ", ways));
    }

    /** A few cells among numbers. */
    private void stray(NumberColumn column, Optional<Numerals.Way> way) {
        ForeignCells foreign = column.foreign();
        long others = foreign.count() - 1;
        mistakes.add(name + foreign.place() + ": column " + column.name() + ": expected a finite number, found "
                + Mismatch.quoted(foreign.first())
                + (others == 0
                        ? ""
                        : " and " + others + " more: "
                                + TableCheck.some(foreign.levels().keySet()))
                + "; "
                + way.map(found -> Advice.numbers(found, file, List.of(column), levels(column))
                                + (found.isUnit() ? ", " + Advice.others(column) : ""))
                        .orElseGet(() -> Advice.others(column)));
    }

    private static String place(Column column) {
        return column instanceof NumberColumn numbers ? numbers.foreign().place() : "";
    }

    private static Collection<String> levels(Column column) {
        return column instanceof LevelColumn levels
                ? levels.levels()
                : ((NumberColumn) column).foreign().levels().keySet();
    }

    private static boolean areDates(Collection<String> cells) {
        long dates = cells.stream()
                .filter(cell -> CellKind.of(cell) == CellKind.DATE)
                .count();
        return dates > 0.8 * cells.size();
    }

    private static String list(List<Column> columns) {
        return columns.stream().map(Column::spelled).collect(Collectors.joining(", "));
    }
}
