package org.converge4j.report.text;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.List;
import java.util.stream.Collectors;
import org.converge4j.analysis.change.Changes;
import org.converge4j.analysis.change.TrialChange;
import org.converge4j.analysis.change.TrialChange.Change;
import org.converge4j.analysis.statistics.Interval;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Labels;

/** What became of each trial, as a terminal shows it. */
public final class ChangesTable {
    private ChangesTable() {}

    /** A table of verdicts, and which trials only one side has. */
    public static String of(Changes changes) {
        StringBuilder text = new StringBuilder();
        if (changes.trials().isEmpty()) {
            text.append("No trial is in both folders.");
        } else {
            List<ColumnData<TrialChange>> columns = List.of(
                    left("problem").with(TrialChange::problem),
                    left("trial").with(trial -> Labels.of(trial.label())),
                    left("verdict").with(trial -> trial.verdict().words()),
                    left("new / base over the seeds [interval]")
                            .with(trial -> trial.changes().stream()
                                    .map(ChangesTable::words)
                                    .collect(Collectors.joining("; "))),
                    left("why").with(TrialChange::why));
            text.append(AsciiTable.getTable(
                    AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER, changes.trials(), columns));
        }
        changes.gone()
                .forEach(name -> text.append(System.lineSeparator())
                        .append("only in the base: ")
                        .append(name));
        changes.added()
                .forEach(name -> text.append(System.lineSeparator())
                        .append("only in the new: ")
                        .append(name));
        return text.toString();
    }

    private static String words(Change change) {
        Interval interval = change.interval();
        return change.measure() + " " + Figures.brief(change.ratio()) + " [" + Figures.brief(interval.low()) + ", "
                + Figures.brief(interval.high()) + "]";
    }

    private static Column left(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT);
    }
}
