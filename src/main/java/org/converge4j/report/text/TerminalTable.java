package org.converge4j.report.text;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.List;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.verdict.Answers;
import org.converge4j.analysis.verdict.Findings;
import org.converge4j.report.content.RankingRow;
import org.converge4j.report.content.ResultTable;
import org.converge4j.report.content.Words;

/** The result as a terminal shows it: one table a problem. */
public final class TerminalTable {
    private TerminalTable() {}

    /** The tables of a comparison. */
    public static String of(Comparison comparison) {
        StringBuilder text = new StringBuilder();
        String answer = Answers.of(comparison).sentence();
        text.append(Words.question(comparison)).append(System.lineSeparator());
        text.append(answer).append(System.lineSeparator().repeat(2));
        for (ProblemComparison problem : comparison.problems()) {
            text.append(problem.problem().name() + Words.facts(problem, ": ")).append(System.lineSeparator());
            text.append(table(problem)).append(System.lineSeparator().repeat(2));
        }
        Findings.of(comparison).stream()
                .filter(finding -> !finding.sentence().equals(answer))
                .forEach(finding -> text.append(finding.sentence()).append(System.lineSeparator()));
        return text.toString();
    }

    private static String table(ProblemComparison problem) {
        List<ColumnData<RankingRow>> columns = ResultTable.columns(problem).stream()
                .map(column -> new Column()
                        .header(column.heading())
                        .dataAlign(column.numeric() ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT)
                        .with(column.cell()))
                .toList();
        return AsciiTable.getTable(
                AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER, RankingRow.of(problem), columns);
    }
}
