package org.converge4j.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds out whether the first row names the columns or is a row like the others. */
final class HeadingFinder {
    /** So many columns called 0, 1, 2, … or 1, 2, 3, … are a heading that a program made up. */
    private static final int COUNTED = 5;

    private static final Pattern YEAR = Pattern.compile("1[5-9]\\d\\d|20\\d\\d");

    private final List<Sample.Row> rows;
    private final Hints hints;
    private final NumberSpelling numbers;

    HeadingFinder(List<Sample.Row> rows, Hints hints, NumberSpelling numbers) {
        this.rows = rows;
        this.hints = hints;
        this.numbers = numbers;
    }

    /** Whether the first row is a heading. */
    boolean find() {
        if (rows.isEmpty()) {
            return true;
        }
        List<String> first = rows.get(0).cells().stream().map(Sample.Cell::text).toList();
        if (isCounted(first)
                || IntStream.range(0, first.size()).anyMatch(column -> isExpected(column, first.get(column)))) {
            return true;
        }
        int votes = IntStream.range(0, first.size())
                .map(column -> vote(column, first.get(column)))
                .sum();
        return votes > 0 || (votes == 0 && first.stream().noneMatch(this::isValue) && isUnlikeTheOthers(first));
    }

    /** A name that somebody expects; of numbers only a year above what are no years. */
    private boolean isExpected(int column, String name) {
        return hints.names().contains(name)
                && (!isValue(name) || (isYear(name) && column(column).stream().noneMatch(HeadingFinder::isYear)));
    }

    private static boolean isYear(String cell) {
        return YEAR.matcher(cell).matches();
    }

    /** Positive for a name, negative for a value. */
    private int vote(int column, String first) {
        List<String> below = column(column);
        if (below.isEmpty()) {
            return 0;
        }
        long values = below.stream().filter(this::isNumberOrDate).count();
        if (values >= 0.7 * below.size()) {
            return first.isEmpty() ? 0 : isValue(first) ? -2 : 3;
        }
        return below.contains(first) ? -1 : 0;
    }

    /** The cells of a column below the first row that hold something. */
    private List<String> column(int column) {
        return rows.stream()
                .skip(1)
                .filter(row -> column < row.width())
                .map(row -> row.cells().get(column))
                .filter(cell -> cell.kind(hints) != CellKind.MISSING)
                .map(Sample.Cell::text)
                .toList();
    }

    private boolean isValue(String cell) {
        return isNumberOrDate(cell) || new Sample.Cell(cell, true).kind(hints) == CellKind.MISSING;
    }

    private boolean isNumberOrDate(String cell) {
        return !Double.isNaN(numbers.parse(cell)) || CellKind.of(cell, true) == CellKind.DATE;
    }

    private static boolean isUnlikeTheOthers(List<String> first) {
        Set<String> names = new HashSet<>(first);
        return names.size() == first.size();
    }

    private static boolean isCounted(List<String> first) {
        return first.size() >= COUNTED
                && (IntStream.range(0, first.size()).allMatch(i -> first.get(i).equals(Integer.toString(i)))
                        || IntStream.range(0, first.size())
                                .allMatch(i -> first.get(i).equals(Integer.toString(i + 1))));
    }
}
