package org.converge4j.report.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.converge4j.analysis.Deciding;
import org.converge4j.analysis.Measure;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.verdict.MeasureWords;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.training.Metric;
import org.converge4j.report.content.PageData.TableData;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Text;

/** How good the networks are at the end, on the training set and on the test part, where a loss alone does not say it. */
public final class MetricTables {
    private MetricTables() {}

    /** A row per updater, a column per metric: medians; the base rate stands beside an accuracy. */
    public static TableData of(ProblemComparison problem) {
        List<Metric> metrics = measured(problem);
        List<Text> columns = new ArrayList<>(List.of(Text.of("column.updater")));
        metrics.forEach(metric -> columns.add(heading(problem, metric)));
        List<List<Text>> rows = RankingRow.of(problem).stream()
                .map(row -> Stream.concat(
                                Stream.of(Text.plain(row.updater().name())),
                                metrics.stream().map(metric -> cell(row, metric)))
                        .toList())
                .toList();
        return DetailTables.table(List.of("updater"), List.copyOf(columns), 1, metrics.isEmpty() ? List.of() : rows);
    }

    /** The metric that stands beside the ranking and is not what decides: of the test part where there is one, accuracy where classes are predicted. */
    static Optional<Metric> shown(ProblemComparison problem) {
        List<Metric> measured = measured(problem);
        Deciding deciding = problem.deciding();
        return Stream.of(Metric.TEST_ACCURACY, Metric.TEST_LOSS, Metric.ACCURACY)
                .filter(measured::contains)
                .filter(metric ->
                        !deciding.ranks() || !deciding.measure().equals(Measure.at(Measure.Kind.FINAL, metric)))
                .findFirst();
    }

    /** "test accuracy (base rate 0.367)". */
    static Text heading(ProblemComparison problem, Metric metric) {
        Function<ProblemFacts, Optional<Double>> baseRate = metric == Metric.TEST_ACCURACY
                ? ProblemFacts::testBaseRate
                : metric == Metric.ACCURACY ? ProblemFacts::baseRate : facts -> Optional.empty();
        Text words = MeasureWords.metric(metric);
        return problem.facts()
                .flatMap(baseRate)
                .map(rate -> problem.isDividedBySeed()
                        ? Numbers.range(problem.own(run -> baseRate.apply(run.facts())))
                        : Text.plain(Figures.brief(rate)))
                .map(rate -> Text.of("metric.base", words, rate))
                .orElse(words);
    }

    /** The median over the seeds at the end. */
    static Text cell(RankingRow row, Metric metric) {
        return Numbers.median(row.trial().flatMap(trial -> trial.metric(metric)));
    }

    /** The metrics that some run has. */
    public static List<Metric> measured(ProblemComparison problem) {
        return Arrays.stream(Metric.values())
                .filter(metric -> problem.trials().stream()
                        .map(TrialSummary::metrics)
                        .anyMatch(metrics -> metrics.containsKey(metric)))
                .toList();
    }
}
