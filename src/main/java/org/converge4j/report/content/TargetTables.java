package org.converge4j.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.converge4j.analysis.Excess;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.TrialSummary.TargetSummary;
import org.converge4j.experiment.training.Target;
import org.converge4j.report.content.PageData.TableData;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Text;

/** How far each updater gets in how many steps, at its chosen settings: a row per updater. */
public final class TargetTables {
    private TargetTables() {}

    /** A column per target that some run could be told to reach: median steps, and how many seeds reached it. */
    public static TableData ladder(ProblemComparison problem) {
        return targets(problem, Words::reached);
    }

    /** A column per target: steps until the first success, were runs repeated until one succeeds. */
    public static TableData expected(ProblemComparison problem) {
        return targets(
                problem, target -> target.of() == 0 ? Numbers.NONE : Text.plain(Figures.brief(target.expected())));
    }

    /** A column per budget that would have been smaller, and the whole: the median excess, or loss, it buys. */
    public static TableData budgets(ProblemComparison problem) {
        Excess excess = problem.excess();
        return table(
                problem,
                TrialSummary::budgets,
                budget -> Text.count(budget.steps(), "step"),
                budget -> excess.words(excess.of(budget.loss().median())));
    }

    private static TableData targets(ProblemComparison problem, Function<TargetSummary, Text> cell) {
        Set<Target> known = problem.trials().stream()
                .flatMap(trial -> trial.targets().stream())
                .filter(target -> target.of() > 0)
                .map(TargetSummary::target)
                .collect(Collectors.toSet());
        return table(
                problem,
                trial -> trial.targets().stream()
                        .filter(target -> known.contains(target.target()))
                        .toList(),
                target -> Words.target(target.target()),
                cell);
    }

    /** The headings are those of the first updater that has any; all have the same targets, and nearly always the same budgets. */
    private static <T> TableData table(
            ProblemComparison problem,
            Function<TrialSummary, List<T>> parts,
            Function<T, Text> heading,
            Function<T, Text> cell) {
        List<Text> columns = new ArrayList<>(List.of(Text.of("column.updater")));
        List<List<Text>> rows = new ArrayList<>();
        for (RankingRow row : RankingRow.of(problem)) {
            List<T> values = row.trial().map(parts).orElse(List.of());
            if (columns.size() == 1) {
                values.forEach(value -> columns.add(heading.apply(value)));
            }
            if (!values.isEmpty() && values.size() == columns.size() - 1) {
                List<Text> cells =
                        new ArrayList<>(List.of(Text.plain(row.updater().name())));
                values.forEach(value -> cells.add(cell.apply(value)));
                rows.add(List.copyOf(cells));
            }
        }
        return DetailTables.table(List.of("updater"), List.copyOf(columns), 1, List.copyOf(rows));
    }
}
