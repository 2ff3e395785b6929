package org.converge4j.report.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.converge4j.analysis.Excess;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.TrialSummary.BudgetSummary;
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

    /** A column per budget that would have been smaller, and that of the longest runs: the median excess, or loss, it buys. */
    public static TableData budgets(ProblemComparison problem) {
        Excess excess = problem.excess();
        List<Integer> columns = RankingRow.of(problem).stream()
                .flatMap(row -> row.trial().stream())
                .map(trial -> trial.budgets().stream().map(BudgetSummary::steps).toList())
                .filter(steps -> !steps.isEmpty())
                .max(Comparator.<List<Integer>>comparingInt(steps -> steps.get(steps.size() - 1))
                        .thenComparing(List::size))
                .orElse(List.of());
        return table(
                problem,
                trial -> trial.budgets().isEmpty()
                        ? List.of()
                        : columns.stream()
                                .map(steps -> within(steps, trial.budgets()))
                                .toList(),
                i -> Text.count(columns.get(i), problem.deciding().unit()),
                budget -> budget.map(
                                bought -> excess.words(excess.of(bought.loss().median())))
                        .orElse(Numbers.NONE));
    }

    /** What so many steps buy: where runs ended before, what they ended with; nothing where the first look at them was later. */
    private static Optional<BudgetSummary> within(int steps, List<BudgetSummary> budgets) {
        return budgets.stream().filter(budget -> budget.steps() <= steps).reduce((before, last) -> last);
    }

    private static TableData targets(ProblemComparison problem, Function<TargetSummary, Text> cell) {
        Set<Target> known = problem.trials().stream()
                .flatMap(trial -> trial.targets().stream())
                .filter(target -> target.of() > 0)
                .map(TargetSummary::target)
                .collect(Collectors.toSet());
        List<Target> columns = problem.trials().stream()
                .limit(1)
                .flatMap(trial -> trial.targets().stream())
                .map(TargetSummary::target)
                .filter(known::contains)
                .toList();
        return table(
                problem,
                trial -> trial.targets().stream()
                        .filter(target -> known.contains(target.target()))
                        .toList(),
                i -> Words.target(columns.get(i)),
                cell);
    }

    /** A row per updater that has any parts, which are as many for all. */
    private static <T> TableData table(
            ProblemComparison problem,
            Function<TrialSummary, List<T>> parts,
            IntFunction<Text> heading,
            Function<T, Text> cell) {
        List<Text> columns = new ArrayList<>(List.of(Text.of("column.updater")));
        List<List<Text>> rows = new ArrayList<>();
        for (RankingRow row : RankingRow.of(problem)) {
            List<T> values = row.trial().map(parts).orElse(List.of());
            for (int i = columns.size() - 1; i < values.size(); i++) {
                columns.add(heading.apply(i));
            }
            if (!values.isEmpty()) {
                List<Text> cells =
                        new ArrayList<>(List.of(Text.plain(row.updater().name())));
                values.forEach(value -> cells.add(cell.apply(value)));
                rows.add(List.copyOf(cells));
            }
        }
        return DetailTables.table(List.of("updater"), List.copyOf(columns), 1, List.copyOf(rows));
    }
}
