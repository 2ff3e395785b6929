package org.converge4j.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.Comparison.ProblemComparison;
import org.converge4j.analysis.Quartiles;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;

/** The result as a terminal shows it: one table a problem. */
public final class TerminalTable {
    private TerminalTable() {}

    /** The tables of a comparison. */
    public static String of(Comparison comparison) {
        StringBuilder text = new StringBuilder();
        for (ProblemComparison problem : comparison.problems()) {
            text.append(title(problem)).append(System.lineSeparator());
            text.append(table(problem.trials())).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String title(ProblemComparison problem) {
        return problem.problem().name()
                + problem.facts()
                        .map(f -> ": " + f.rows() + " rows, " + f.features() + " features, " + f.parameters()
                                + " parameters"
                                + f.floor()
                                        .map(v -> ", floor " + Numbers.brief(v))
                                        .orElse(""))
                        .orElse("");
    }

    private static String table(List<TrialSummary> trials) {
        return AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                trials,
                List.of(
                        left("updater").with(t -> t.trial().label()),
                        right("learning rate")
                                .with(t -> t.trial()
                                        .updater()
                                        .learningRate()
                                        .map(Numbers::brief)
                                        .orElse("–")),
                        right("final excess").with(t -> median(t.excess().or(t::loss))),
                        right("quartiles").with(t -> range(t.excess().or(t::loss))),
                        right("runs").with(t -> Integer.toString(t.answers())),
                        right("diverged").with(TerminalTable::diverged)));
    }

    private static String diverged(TrialSummary trial) {
        int first = trial.runs().stream()
                .filter(r -> r.outcome() == Outcome.DIVERGED)
                .mapToInt(RunRecord::steps)
                .min()
                .orElse(0);
        return trial.diverged() == 0 ? "0" : trial.diverged() + " (from step " + first + ")";
    }

    private static String median(Optional<Quartiles> quartiles) {
        return quartiles.map(q -> Numbers.brief(q.median())).orElse("–");
    }

    private static String range(Optional<Quartiles> quartiles) {
        return quartiles
                .map(q -> Numbers.brief(q.lower()) + " – " + Numbers.brief(q.upper()))
                .orElse("–");
    }

    private static Column left(String header) {
        return new Column().header(header).dataAlign(HorizontalAlign.LEFT);
    }

    private static Column right(String header) {
        return new Column().header(header).dataAlign(HorizontalAlign.RIGHT);
    }
}
