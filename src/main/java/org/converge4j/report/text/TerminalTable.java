package org.converge4j.report.text;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.report.content.RankingRow;
import org.converge4j.report.content.ResultTable;

/** The ranking of a problem as a terminal shows it: as many columns as fit, the most telling ones, no word broken. */
final class TerminalTable {
    /** What gives way where there is no room, in this order; whatever is not named here stays. */
    private static final List<String> GIVING_WAY = List.of(
            "state per parameter",
            "step × sgd",
            "step x sgd",
            "runs",
            "decades of rates",
            "failed",
            "quartiles",
            "rank",
            "diverged",
            "learning rate");

    /** Said of every updater alike, they tell none from the others. */
    private static final List<String> TELLING_IF_DIFFERENT = List.of("runs", "diverged", "state per parameter");

    /** Lines that a heading takes where there is room. */
    private static final List<Integer> FEW = List.of(2, 3, 4);

    private TerminalTable() {}

    /**
     * The table.
     *
     * @param columns that it may fill
     * @param spelling how signs are written that not every terminal knows
     */
    static String of(ProblemComparison problem, int columns, UnaryOperator<String> spelling) {
        List<RankingRow> rows = RankingRow.of(problem);
        List<ResultTable.Column> shown = ResultTable.columns(problem).stream()
                .map(column -> column.spelled(spelling))
                .collect(Collectors.toCollection(ArrayList::new));
        String table = draw(shown, rows, Integer.MAX_VALUE);
        if (width(table) > columns) {
            shown.removeIf(column -> TELLING_IF_DIFFERENT.contains(column.heading()) && isSame(column, rows));
            table = draw(shown, rows, Integer.MAX_VALUE);
        }
        Optional<ResultTable.Column> next = givingWay(shown);
        while (width(table) > columns && next.isPresent()) {
            shown.remove(next.get());
            table = draw(shown, rows, Integer.MAX_VALUE);
            next = givingWay(shown);
        }
        for (int lines : FEW) {
            String flat = draw(shown, rows, lines);
            if (width(flat) <= columns) {
                return flat;
            }
        }
        return table;
    }

    private static Optional<ResultTable.Column> givingWay(List<ResultTable.Column> shown) {
        return GIVING_WAY.stream()
                .flatMap(heading ->
                        shown.stream().filter(column -> column.heading().equals(heading)))
                .findFirst();
    }

    private static boolean isSame(ResultTable.Column column, List<RankingRow> rows) {
        return rows.size() > 1 && rows.stream().map(column.cell()).distinct().count() == 1;
    }

    private static int width(String table) {
        return table.lines()
                .mapToInt(line -> line.stripTrailing().length())
                .max()
                .orElse(0);
    }

    private static String draw(List<ResultTable.Column> shown, List<RankingRow> rows, int headingLines) {
        List<ColumnData<RankingRow>> columns = shown.stream()
                .map(column -> new Column()
                        .header(heading(column))
                        .maxWidth(width(column, rows, headingLines), OverflowBehaviour.NEWLINE)
                        .headerAlign(column.numeric() ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT)
                        .dataAlign(column.numeric() ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT)
                        .with(column.cell()))
                .toList();
        return AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER, rows, columns);
    }

    /** A number and its unit stay together. */
    private static String heading(ResultTable.Column column) {
        return column.heading().replace(" %", "\u00a0%");
    }

    /** That of its widest cell; a heading of several words may stand on several lines. The library counts its margins in. */
    private static int width(ResultTable.Column column, List<RankingRow> rows, int headingLines) {
        int cells = rows.stream()
                .mapToInt(row -> column.cell().apply(row).length())
                .max()
                .orElse(0);
        int word = Arrays.stream(heading(column).split(" "))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        int share = heading(column).length() / headingLines + 1;
        return Math.max(cells, Math.max(word, share)) + 2;
    }
}
