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

/** The tables below the page's first screen. */
public final class DetailTables {
    private static final int LAST_LOSSES = 3;

    private DetailTables() {}

    /** A row per trial. */
    public static TableData trials(ProblemComparison problem) {
        boolean floor = problem.floor().isPresent();
        Excess excess = problem.excess();
        return table(
                List.of(
                        "updater",
                        "learning rate",
                        floor ? "final excess" : "final loss",
                        "quartiles",
                        "runs",
                        "diverged"),
                1,
                problem.trials().stream()
                        .map(trial -> List.of(
                                trial.updater(),
                                trial.trial()
                                        .updater()
                                        .learningRate()
                                        .map(Figures::given)
                                        .orElse(Numbers.NONE),
                                Numbers.median(ResultTable.ending(trial), excess),
                                Numbers.range(ResultTable.ending(trial), excess),
                                Integer.toString(trial.answers()),
                                Integer.toString(trial.diverged())))
                        .toList());
    }

    /** A row per trial with a run that diverged: when, at which rate against the critical one, and how its loss went before. */
    public static TableData diverged(ProblemComparison problem) {
        return table(
                List.of(
                        "trial",
                        "learning rate",
                        "critical rate",
                        "runs diverged",
                        "at step",
                        "last recorded losses",
                        "why"),
                1,
                problem.trials().stream()
                        .filter(trial -> trial.diverged() > 0)
                        .map(trial -> diverged(trial, critical(problem, trial)))
                        .toList());
    }

    /** The rate from which theory says that the trial's updater diverges. */
    private static String critical(ProblemComparison problem, TrialSummary trial) {
        return problem.updater(trial.updater())
                .flatMap(UpdaterSummary::theory)
                .map(theory -> Figures.brief(theory.critical()))
                .orElse("not known");
    }

    private static List<String> diverged(TrialSummary trial, String critical) {
        List<RunRecord> runs = trial.runs().stream()
                .filter(run -> run.outcome() == Outcome.DIVERGED)
                .toList();
        int first = runs.stream().mapToInt(RunRecord::steps).min().orElse(0);
        int last = runs.stream().mapToInt(RunRecord::steps).max().orElse(0);
        return List.of(
                Labels.trial(trial.trial()),
                trial.trial().updater().learningRate().map(Figures::given).orElse(Numbers.NONE),
                critical,
                trial.diverged() + " of " + trial.answers(),
                first == last ? "" + first : first + " – " + last,
                losses(runs.get(0).curve()),
                runs.get(0).reason());
    }

    private static String losses(Curve curve) {
        return String.join(
                ", ",
                IntStream.range(Math.max(0, curve.size() - LAST_LOSSES), curve.size())
                        .mapToObj(i -> Figures.brief(curve.loss(i)))
                        .toList());
    }

    /** A table whose columns from one on hold numbers. */
    static TableData table(List<String> columns, int numeric, List<List<String>> rows) {
        List<Boolean> right = new ArrayList<>(Collections.nCopies(columns.size(), true));
        right.subList(0, Math.min(numeric, columns.size())).replaceAll(left -> false);
        return new TableData(columns, right, rows);
    }
}
