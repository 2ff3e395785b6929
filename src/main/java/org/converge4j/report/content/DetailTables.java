package org.converge4j.report.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.converge4j.analysis.Excess;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.report.content.PageData.TableData;
import org.converge4j.result.Curve;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Labels;
import org.converge4j.wording.Reasons;
import org.converge4j.wording.Text;

/** The tables below the page's first screen. */
public final class DetailTables {
    private static final int LAST_LOSSES = 3;

    private DetailTables() {}

    /** A row per trial. */
    public static TableData trials(ProblemComparison problem) {
        boolean floor = problem.floor().isPresent();
        Excess excess = problem.excess();
        return table(
                List.of("updater", "rate", floor ? "excess" : "loss", "quartiles", "runs", "diverged"),
                1,
                problem.trials().stream()
                        .map(trial -> List.of(
                                Text.plain(trial.updater()),
                                rate(trial),
                                Numbers.median(ResultTable.ending(trial), excess),
                                Numbers.range(ResultTable.ending(trial), excess),
                                Text.plain(Integer.toString(trial.answers())),
                                Text.plain(Integer.toString(trial.diverged()))))
                        .toList());
    }

    private static Text rate(TrialSummary trial) {
        return trial.trial()
                .updater()
                .learningRate()
                .map(Figures::given)
                .map(Text::plain)
                .orElse(Numbers.NONE);
    }

    /** A row per trial with a run that diverged: when, at which rate against the critical one, and how its loss went before. */
    public static TableData diverged(ProblemComparison problem) {
        return table(
                List.of("trial", "rate", "critical", "runsDiverged", "atStep", "lastLosses", "why"),
                1,
                problem.trials().stream()
                        .filter(trial -> trial.diverged() > 0)
                        .map(trial -> diverged(trial, critical(problem, trial)))
                        .toList());
    }

    /** The rate from which theory says that the trial's updater diverges. */
    private static Text critical(ProblemComparison problem, TrialSummary trial) {
        return problem.updater(trial.updater())
                .flatMap(UpdaterSummary::theory)
                .map(theory -> Text.plain(Figures.brief(theory.critical())))
                .orElse(Text.of("critical.unknown"));
    }

    private static List<Text> diverged(TrialSummary trial, Text critical) {
        List<RunRecord> runs = trial.runs().stream()
                .filter(run -> run.outcome() == Outcome.DIVERGED)
                .toList();
        int first = runs.stream().mapToInt(RunRecord::steps).min().orElse(0);
        int last = runs.stream().mapToInt(RunRecord::steps).max().orElse(0);
        return List.of(
                Text.plain(Labels.trial(trial.trial())),
                rate(trial),
                critical,
                Text.of("of", trial.diverged(), trial.answers()),
                Text.plain(first == last ? "" + first : first + " – " + last),
                Text.plain(losses(runs.get(0).curve())),
                Reasons.of(runs.get(0).reason()));
    }

    private static String losses(Curve curve) {
        return String.join(
                ", ",
                IntStream.range(Math.max(0, curve.size() - LAST_LOSSES), curve.size())
                        .mapToObj(i -> Figures.brief(curve.loss(i)))
                        .toList());
    }

    /** A table whose columns from one on hold numbers; each has the heading that its key stands for. */
    static TableData table(List<String> columns, int numeric, List<List<Text>> rows) {
        return table(
                columns, columns.stream().map(key -> Text.of("column." + key)).toList(), numeric, rows);
    }

    /** The same with headings of its own. */
    static TableData table(List<String> keys, List<Text> headings, int numeric, List<List<Text>> rows) {
        List<Boolean> right = new ArrayList<>(Collections.nCopies(headings.size(), true));
        right.subList(0, Math.min(numeric, headings.size())).replaceAll(left -> false);
        return new TableData(keys, headings, right, rows);
    }
}
