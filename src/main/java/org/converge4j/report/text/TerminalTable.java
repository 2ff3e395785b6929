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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.report.content.RankingRow;
import org.converge4j.report.content.ResultTable;
import org.converge4j.wording.Columns;
import org.converge4j.wording.Text;

/** The ranking of a problem as a terminal shows it: as many columns as fit, the most telling ones, no word broken. */
final class TerminalTable {
    /** What gives way where there is no room, in this order; whatever is not named here stays. */
    private static final List<String> GIVING_WAY =
            List.of("state", "cost", "runs", "decades", "failed", "quartiles", "rank", "diverged", "rate");

    /** Said of every updater alike, they tell none from the others. */
    private static final List<String> TELLING_IF_DIFFERENT = List.of("runs", "diverged", "state");

    /** Lines that a heading takes where there is room. */
    private static final List<Integer> FEW = List.of(2, 3, 4);

    private TerminalTable() {}

    /**
     * The table.
     *
     * @param columns that it may fill
     * @param spelling how cells are written, in the language and the letters of the terminal
     */
    static String of(ProblemComparison problem, int columns, Function<Text, String> spelling) {
        List<RankingRow> rows = RankingRow.of(problem);
        List<Shown> shown = ResultTable.columns(problem).stream()
                .map(column -> Shown.of(column, text -> Columns.counted(spelling.apply(text))))
                .collect(Collectors.toCollection(ArrayList::new));
        String table = draw(shown, rows, Integer.MAX_VALUE);
        if (width(table) > columns) {
            shown.removeIf(column -> TELLING_IF_DIFFERENT.contains(column.key()) && isSame(column, rows));
            table = draw(shown, rows, Integer.MAX_VALUE);
        }
        Optional<Shown> next = givingWay(shown);
        while (width(table) > columns && next.isPresent()) {
            shown.remove(next.get());
            table = draw(shown, rows, Integer.MAX_VALUE);
            next = givingWay(shown);
        }
        for (int lines : FEW) {
            String flat = draw(shown, rows, lines);
            if (width(flat) <= columns) {
                return Columns.uncounted(flat);
            }
        }
        return Columns.uncounted(table);
    }

    private static Optional<Shown> givingWay(List<Shown> shown) {
        return GIVING_WAY.stream()
                .flatMap(heading -> shown.stream().filter(column -> column.key().equals(heading)))
                .findFirst();
    }

    private static boolean isSame(Shown column, List<RankingRow> rows) {
        return rows.size() > 1 && rows.stream().map(column.cell()).distinct().count() == 1;
    }

    private static int width(String table) {
        return table.lines()
                .mapToInt(line -> line.stripTrailing().length())
                .max()
                .orElse(0);
    }

    private static String draw(List<Shown> shown, List<RankingRow> rows, int headingLines) {
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
    private static String heading(Shown column) {
        return column.heading().replace(" %", "\u00a0%");
    }

    /** That of its widest cell; a heading of several words may stand on several lines. The library counts its margins in. */
    private static int width(Shown column, List<RankingRow> rows, int headingLines) {
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

    /**
     * A column in a language.
     *
     * @param key by which programs know it
     */
    private record Shown(String key, String heading, boolean numeric, Function<RankingRow, String> cell) {
        static Shown of(ResultTable.Column column, Function<Text, String> spelling) {
            return new Shown(
                    column.key(),
                    spelling.apply(column.heading()),
                    column.numeric(),
                    column.cell().andThen(spelling));
        }
    }
}
