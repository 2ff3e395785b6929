package org.converge4j.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.Quartiles;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;

/** The columns of the result table, which the page, its plain twin and the terminal share. */
final class ResultTable {
    /**
     * A column.
     *
     * @param numeric whether its cells are numbers, which stand at the right
     * @param cell its text for a trial
     */
    record Column(String heading, boolean numeric, Function<TrialSummary, String> cell) {}

    private static final String NONE = "–";

    private ResultTable() {}

    /** The columns that say something about this problem: those that would be empty are left out. */
    static List<Column> columns(ProblemComparison problem) {
        boolean floor = problem.facts().flatMap(f -> f.floor()).isPresent();
        List<Column> all = List.of(
                new Column("updater", false, t -> t.trial().label()),
                new Column(
                        "learning rate",
                        true,
                        t -> t.trial()
                                .updater()
                                .learningRate()
                                .map(Numbers::brief)
                                .orElse(NONE)),
                new Column(floor ? "final excess" : "final loss", true, t -> median(ending(t))),
                new Column("quartiles", true, t -> range(ending(t))),
                new Column("runs", true, t -> Integer.toString(t.answers())),
                new Column("diverged", true, ResultTable::diverged),
                new Column("failed", true, t -> Integer.toString(failed(t))),
                new Column(
                        "state per parameter",
                        true,
                        t -> t.measurement()
                                .map(m -> Numbers.brief(m.stateBytesPerParameter()) + " B")
                                .orElse(NONE)));
        return all.stream()
                .filter(column -> !column.heading().equals("failed")
                        || problem.trials().stream().anyMatch(t -> failed(t) > 0))
                .toList();
    }

    /** Quartiles of the final excess, or of the final loss where no floor is known. */
    static Optional<Quartiles> ending(TrialSummary trial) {
        return trial.excess().or(trial::loss);
    }

    private static int failed(TrialSummary trial) {
        return trial.outcomes().getOrDefault(Outcome.FAILED, 0);
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
        return quartiles.map(q -> Numbers.brief(q.median())).orElse(NONE);
    }

    private static String range(Optional<Quartiles> quartiles) {
        return quartiles
                .map(q -> Numbers.brief(q.lower()) + " – " + Numbers.brief(q.upper()))
                .orElse(NONE);
    }
}
