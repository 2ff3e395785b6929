package org.converge4j.report.content;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.converge4j.analysis.Deciding;
import org.converge4j.analysis.Excess;
import org.converge4j.analysis.Measure;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.Ranking.Place;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.TrialSummary.TargetSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.analysis.statistics.Sensitivity;
import org.converge4j.analysis.verdict.MeasureWords;
import org.converge4j.experiment.training.Metric;
import org.converge4j.report.content.PageData.TableData;
import org.converge4j.result.Measurement;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.converge4j.result.StepTime;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Labels;
import org.converge4j.wording.Text;

/** The ranking table, which the page, its plain twin and the terminal share: a row per updater, at its chosen settings. */
public final class ResultTable {
    /**
     * A column.
     *
     * @param key by which programs know it
     * @param numeric whether its cells are numbers, which stand at the right
     * @param cell its text for a row
     */
    public record Column(String key, Text heading, boolean numeric, Function<RankingRow, Text> cell) {}

    private static Column column(String key, boolean numeric, Function<RankingRow, Text> cell) {
        return new Column(key, Text.of("column." + key), numeric, cell);
    }

    private static final double COSTLY = 1.5;

    private ResultTable() {}

    /** The columns that say something about this problem; those that would be empty are left out. */
    public static List<Column> columns(ProblemComparison problem) {
        boolean floor = problem.floor().isPresent();
        Excess excess = problem.excess();
        Optional<Metric> shown = MetricTables.shown(problem);
        List<RankingRow> rows = RankingRow.of(problem);
        return List.of(
                        new Column(
                                "rank",
                                problem.deciding().ranks() ? Text.of("column.rank") : Text.NONE,
                                true,
                                RankingRow::rank),
                        column("updater", false, row -> Text.plain(row.updater().name())),
                        column("rate", true, ResultTable::rate),
                        new Column(
                                "deciding",
                                decidingHeading(problem),
                                true,
                                row -> deciding(problem, row, areCounted(rows))),
                        new Column(
                                floor ? "excess" : "loss",
                                MeasureWords.of(problem.deciding().by(Measure.FINAL), floor),
                                true,
                                row -> Numbers.median(row.end(), excess)),
                        column("quartiles", true, row -> Numbers.range(row.end(), excess)),
                        new Column(
                                "metric",
                                shown.map(metric -> MetricTables.heading(problem, metric))
                                        .orElse(Text.NONE),
                                true,
                                row -> shown.map(metric -> MetricTables.cell(row, metric))
                                        .orElse(Numbers.NONE)),
                        new Column("target", targetHeading(problem), true, row -> steps(problem, row)),
                        new Column(
                                "gradients",
                                gradientsHeading(problem),
                                true,
                                row -> row.trial()
                                        .map(trial -> Text.plain(
                                                String.format(Locale.ROOT, "%.1f", trial.gradientsPerStep())))
                                        .orElse(Numbers.NONE)),
                        column("decades", true, ResultTable::width),
                        column("runs", true, row -> count(row, TrialSummary::answers)),
                        column("diverged", true, ResultTable::diverged),
                        column("failed", true, row -> count(row, ResultTable::failed)),
                        new Column(
                                "cost",
                                isCostly(problem) ? Text.of("column.cost") : Text.NONE,
                                true,
                                row -> stepTime(row, isOneScale(problem))),
                        column(
                                "state",
                                true,
                                row -> measured(
                                        row, m -> Text.plain(Figures.brief(m.stateBytesPerParameter()) + " B"))))
                .stream()
                .filter(column -> says(column, rows))
                .toList();
    }

    /** The table as texts. */
    public static TableData of(ProblemComparison problem) {
        List<Column> columns = columns(problem);
        return new TableData(
                columns.stream().map(Column::key).toList(),
                columns.stream().map(Column::heading).toList(),
                columns.stream().map(Column::numeric).toList(),
                RankingRow.of(problem).stream()
                        .map(row -> columns.stream()
                                .map(column -> column.cell().apply(row))
                                .toList())
                        .toList());
    }

    /** Quartiles of the final excess, or of the final loss where no floor is known. */
    static Optional<Quartiles> ending(TrialSummary trial) {
        return trial.excess().or(trial::loss);
    }

    private static boolean says(Column column, List<RankingRow> rows) {
        List<Text> nothing =
                column.key().equals("failed") ? List.of(Numbers.NONE, Text.plain("0")) : List.of(Numbers.NONE);
        boolean isOfOne = rows.stream().flatMap(row -> row.trial().stream()).allMatch(trial -> trial.answers() < 2);
        return column.heading().says()
                && !(isOfOne && column.key().equals("quartiles"))
                && rows.stream().anyMatch(row -> !nothing.contains(column.cell().apply(row)));
    }

    /** Nothing where every step of every trial is one gradient. */
    private static Text gradientsHeading(ProblemComparison problem) {
        return problem.trials().stream().anyMatch(trial -> trial.gradientsPerStep() != 1)
                ? Text.of("column.gradients")
                : Text.NONE;
    }

    /** Nothing where the final loss decides or nothing is ranked: that has its column. */
    private static Text decidingHeading(ProblemComparison problem) {
        Deciding deciding = problem.deciding();
        if (!deciding.ranks() || deciding.measure().isFinalLoss()) {
            return Text.NONE;
        }
        return deciding.measure().kind() == Measure.Kind.FINAL
                        && deciding.gradients().isEmpty()
                ? Text.of(
                        "measure.final",
                        MetricTables.heading(problem, deciding.measure().metric()))
                : MeasureWords.of(deciding, problem.floor().isPresent());
    }

    /** The median of what decides, and how many seeds succeeded. */
    private static Text deciding(ProblemComparison problem, RankingRow row, boolean areCounted) {
        return row.place()
                .map(place -> {
                    Text shown = problem.deciding().isCounted() ? counted(problem, row, place) : value(problem, place);
                    return areCounted ? Text.of("list.comma", shown, place.reached() + "/" + place.seeds()) : shown;
                })
                .orElse(Numbers.NONE);
    }

    private static Text value(ProblemComparison problem, Place place) {
        Metric metric = problem.deciding().measure().metric();
        double median = place.score().median();
        return Text.plain(Figures.brief(
                Double.isInfinite(median) ? metric.worst() : metric.isBetterHigher() ? 1 - median : median));
    }

    /** Steps as the ladder of targets has them, or how long they take, on which scale. */
    private static Text counted(ProblemComparison problem, RankingRow row, Place place) {
        double median = place.score().median();
        Optional<TargetSummary> target = row.trial().stream()
                .flatMap(trial -> trial.targets().stream())
                .filter(each -> Optional.of(each.target())
                        .equals(problem.deciding().measure().target()))
                .findFirst();
        if (!problem.deciding().timed()) {
            return Text.plain(Words.steps(target.map(TargetSummary::earliest).orElse(median), median));
        }
        if (Double.isInfinite(median)) {
            return Text.plain(Figures.brief(median));
        }
        Text time = MeasureWords.counted(problem.deciding(), median);
        boolean isInJava = row.trial()
                .flatMap(TrialSummary::measurement)
                .flatMap(Measurement::stepTime)
                .filter(each -> !each.inNativeCode())
                .isPresent();
        return isInJava && !isOneScale(problem) ? Text.of("median.java", time) : time;
    }

    /** Whether some updater missed on some seed, so that how many succeeded stands beside each. */
    private static boolean areCounted(List<RankingRow> rows) {
        return rows.stream().flatMap(row -> row.place().stream()).anyMatch(place -> place.reached() < place.seeds());
    }

    /** Whether what a step costs may change the order: it decides, or some updater's costs half as much again as one of sgd. */
    private static boolean isCostly(ProblemComparison problem) {
        boolean isOneScale = isOneScale(problem);
        return problem.deciding().timed()
                || stepTimes(problem)
                        .filter(time -> isOneScale || time.inNativeCode())
                        .anyMatch(time -> time.isDifferent() && time.ratio() >= COSTLY);
    }

    /** Whether all were timed as native calls, or all as loops in Java: times of one kind say nothing beside those of the other. */
    private static boolean isOneScale(ProblemComparison problem) {
        return stepTimes(problem).map(StepTime::inNativeCode).distinct().count() < 2;
    }

    private static Stream<StepTime> stepTimes(ProblemComparison problem) {
        return problem.updaters().stream()
                .flatMap(updater -> updater.chosen().stream())
                .flatMap(trial -> trial.measurement().stream())
                .flatMap(measurement -> measurement.stepTime().stream());
    }

    /** How many times as long as a step of sgd; 1 where no difference is shown. */
    private static Text stepTime(RankingRow row, boolean isOneScale) {
        return row.trial()
                .flatMap(TrialSummary::measurement)
                .flatMap(Measurement::stepTime)
                .filter(time -> isOneScale || time.inNativeCode())
                .map(time -> Text.plain(Figures.about(time.isDifferent() ? time.ratio() : 1)))
                .orElse(Numbers.NONE);
    }

    private static Text measured(RankingRow row, Function<Measurement, Text> what) {
        return row.trial().flatMap(TrialSummary::measurement).map(what).orElse(Numbers.NONE);
    }

    /** "100 %, at step 2", "30 %, at steps 2 to 40", or "0 %". */
    private static Text diverged(RankingRow row) {
        IntSummaryStatistics steps = row.trial().stream()
                .flatMap(trial -> trial.runs().stream())
                .filter(run -> run.outcome() == Outcome.DIVERGED)
                .mapToInt(RunRecord::steps)
                .summaryStatistics();
        Text share = row.trial()
                .filter(trial -> trial.answers() > 0)
                .map(trial -> Text.plain(Math.round(100.0 * trial.diverged() / trial.answers()) + " %"))
                .orElse(Numbers.NONE);
        if (steps.getCount() == 0) {
            return share;
        }
        return steps.getMin() == steps.getMax()
                ? Text.of("diverged.at", share, steps.getMin())
                : Text.of("diverged.between", share, steps.getMin(), steps.getMax());
    }

    private static Text rate(RankingRow row) {
        boolean inside = row.updater().edge() == UpdaterSummary.Edge.NONE
                || row.updater().isLost();
        String others =
                row.trial().map(trial -> Labels.of(trial.trial().tunedValues())).orElse("");
        Text rate = row.trial()
                .flatMap(trial -> trial.trial().updater().learningRate())
                .map(value -> Text.plain(Figures.given(value)))
                .map(value -> inside ? value : Text.of("rate.edge", value))
                .orElse(Numbers.NONE);
        return others.isEmpty() ? rate : Text.of("list.comma", rate, others.strip());
    }

    /** The hardest target that some updater reached on at least half of its seeds, or the easiest. */
    private static int shownTarget(ProblemComparison problem) {
        int shown = 0;
        for (UpdaterSummary updater : problem.updaters()) {
            List<TargetSummary> targets =
                    updater.chosen().map(TrialSummary::targets).orElse(List.of());
            for (int i = 0; i < targets.size(); i++) {
                shown = 2 * targets.get(i).reached()
                                >= Math.max(1, targets.get(i).of())
                        ? Math.max(shown, i)
                        : shown;
            }
        }
        return shown;
    }

    private static Text targetHeading(ProblemComparison problem) {
        if (problem.deciding().measure().target().isPresent()) {
            return Text.NONE;
        }
        int shown = shownTarget(problem);
        return problem.updaters().stream()
                .flatMap(updater -> updater.chosen().stream())
                .filter(trial -> trial.targets().size() > shown)
                .findFirst()
                .map(trial -> Text.of(
                        "measure." + problem.deciding().unit() + "s",
                        Words.target(trial.targets().get(shown).target())))
                .orElse(Text.NONE);
    }

    private static Text steps(ProblemComparison problem, RankingRow row) {
        int shown = shownTarget(problem);
        return row.trial()
                .map(TrialSummary::targets)
                .filter(targets -> targets.size() > shown)
                .map(targets -> Words.reached(targets.get(shown)))
                .orElse(Numbers.NONE);
    }

    private static Text width(RankingRow row) {
        return row.updater().sensitivity().map(ResultTable::decades).orElse(Numbers.NONE);
    }

    private static Text decades(Sensitivity sensitivity) {
        return Text.plain((sensitivity.open() ? "≥ " : "") + String.format(Locale.ROOT, "%.1f", sensitivity.width()));
    }

    private static Text count(RankingRow row, Function<TrialSummary, Integer> what) {
        return row.trial()
                .map(trial -> Text.plain(what.apply(trial).toString()))
                .orElse(Numbers.NONE);
    }

    private static int failed(TrialSummary trial) {
        return trial.outcomes().getOrDefault(Outcome.FAILED, 0);
    }
}
