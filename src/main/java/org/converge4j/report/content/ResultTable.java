package org.converge4j.report.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.converge4j.analysis.Deciding;
import org.converge4j.analysis.Excess;
import org.converge4j.analysis.Measure;
import org.converge4j.analysis.ProblemComparison;
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
import org.converge4j.wording.Figures;
import org.converge4j.wording.Labels;

/** The ranking table, which the page, its plain twin and the terminal share: a row per updater, at its chosen settings. */
public final class ResultTable {
    /**
     * A column.
     *
     * @param numeric whether its cells are numbers, which stand at the right
     * @param cell its text for a row
     */
    public record Column(String heading, boolean numeric, Function<RankingRow, String> cell) {
        /** The same for another alphabet. */
        public Column spelled(UnaryOperator<String> spelling) {
            return new Column(spelling.apply(heading), numeric, cell.andThen(spelling));
        }
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
                        new Column(problem.deciding().ranks() ? "rank" : "", true, RankingRow::rank),
                        new Column("updater", false, row -> row.updater().name()),
                        new Column("learning rate", true, ResultTable::rate),
                        new Column(decidingHeading(problem), true, row -> deciding(problem.deciding(), row)),
                        new Column(
                                MeasureWords.of(problem.deciding().by(Measure.FINAL), floor),
                                true,
                                row -> Numbers.median(row.end(), excess)),
                        new Column("quartiles", true, row -> Numbers.range(row.end(), excess)),
                        new Column(
                                shown.map(metric -> MetricTables.heading(problem, metric))
                                        .orElse(""),
                                true,
                                row -> shown.map(metric -> MetricTables.cell(row, metric))
                                        .orElse(Numbers.NONE)),
                        new Column(targetHeading(problem), true, row -> steps(problem, row)),
                        new Column(
                                gradientsHeading(problem),
                                true,
                                row -> row.trial()
                                        .map(trial -> String.format(Locale.ROOT, "%.1f", trial.gradientsPerStep()))
                                        .orElse(Numbers.NONE)),
                        new Column("decades of rates", true, ResultTable::width),
                        new Column("runs", true, row -> count(row, TrialSummary::answers)),
                        new Column("diverged", true, ResultTable::diverged),
                        new Column("failed", true, row -> count(row, ResultTable::failed)),
                        new Column(isCostly(problem) ? "step × sgd" : "", true, ResultTable::stepTime),
                        new Column(
                                "state per parameter",
                                true,
                                row -> measured(row, m -> Figures.brief(m.stateBytesPerParameter()) + " B")))
                .stream()
                .filter(column -> says(column, rows))
                .toList();
    }

    /** The table as texts. */
    public static TableData of(ProblemComparison problem) {
        List<Column> columns = columns(problem);
        return new TableData(
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
        List<String> nothing = column.heading().equals("failed") ? List.of(Numbers.NONE, "0") : List.of(Numbers.NONE);
        return !column.heading().isEmpty()
                && rows.stream().anyMatch(row -> !nothing.contains(column.cell().apply(row)));
    }

    /** Nothing where every step of every trial is one gradient. */
    private static String gradientsHeading(ProblemComparison problem) {
        return problem.trials().stream().anyMatch(trial -> trial.gradientsPerStep() != 1) ? "gradients a step" : "";
    }

    /** Nothing where the final loss decides or nothing is ranked: that has its column. */
    private static String decidingHeading(ProblemComparison problem) {
        Deciding deciding = problem.deciding();
        return deciding.ranks() && !deciding.measure().equals(Measure.FINAL)
                ? MeasureWords.of(deciding, problem.floor().isPresent())
                : "";
    }

    /** The median of what decides, and how many seeds succeeded where not all did. */
    private static String deciding(Deciding deciding, RankingRow row) {
        boolean missing = deciding.measure().metric().isBetterHigher();
        return row.place()
                .map(place -> (Double.isInfinite(place.score().median())
                                ? Numbers.NONE
                                : Figures.brief(
                                                missing
                                                        ? 1 - place.score().median()
                                                        : place.score().median() / (deciding.timed() ? 1000 : 1))
                                        + (deciding.timed() ? " ms" : ""))
                        + (place.reached() == place.seeds() ? "" : ", " + place.reached() + "/" + place.seeds()))
                .orElse(Numbers.NONE);
    }

    /** Whether what a step costs may change the order: it decides, or some updater's costs half as much again as one of sgd. */
    private static boolean isCostly(ProblemComparison problem) {
        return problem.deciding().timed()
                || problem.updaters().stream()
                        .flatMap(updater -> updater.chosen().stream())
                        .flatMap(trial -> trial.measurement().stream())
                        .flatMap(measurement -> measurement.stepTime().stream())
                        .anyMatch(time -> time.isDifferent() && time.ratio() >= COSTLY);
    }

    /** How many times as long as a step of sgd; 1 where no difference is shown. */
    private static String stepTime(RankingRow row) {
        return row.trial()
                .flatMap(TrialSummary::measurement)
                .flatMap(Measurement::stepTime)
                .map(time -> Figures.about(time.isDifferent() ? time.ratio() : 1))
                .orElse(Numbers.NONE);
    }

    private static String measured(RankingRow row, Function<Measurement, String> what) {
        return row.trial().flatMap(TrialSummary::measurement).map(what).orElse(Numbers.NONE);
    }

    /** "100 %, from step 2", or "0 %". */
    private static String diverged(RankingRow row) {
        int first = row.trial().stream()
                .flatMap(trial -> trial.runs().stream())
                .filter(run -> run.outcome() == Outcome.DIVERGED)
                .mapToInt(RunRecord::steps)
                .min()
                .orElse(0);
        String share = row.trial()
                .filter(trial -> trial.answers() > 0)
                .map(trial -> Math.round(100.0 * trial.diverged() / trial.answers()) + " %")
                .orElse(Numbers.NONE);
        return first == 0 ? share : share + ", from step " + first;
    }

    private static String rate(RankingRow row) {
        boolean inside = row.updater().edge() == UpdaterSummary.Edge.NONE
                || row.updater().isLost();
        String edge = inside ? "" : " at the edge";
        String others =
                row.trial().map(trial -> Labels.of(trial.trial().tunedValues())).orElse("");
        String rate = row.trial()
                .flatMap(trial -> trial.trial().updater().learningRate())
                .map(value -> Figures.given(value) + edge)
                .orElse(Numbers.NONE);
        return rate + (others.isEmpty() ? "" : "," + others);
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

    private static String targetHeading(ProblemComparison problem) {
        if (problem.deciding().measure().target().isPresent()) {
            return "";
        }
        int shown = shownTarget(problem);
        return problem.updaters().stream()
                .flatMap(updater -> updater.chosen().stream())
                .filter(trial -> trial.targets().size() > shown)
                .findFirst()
                .map(trial -> problem.deciding().unit() + "s to "
                        + Words.target(trial.targets().get(shown).target()))
                .orElse("");
    }

    private static String steps(ProblemComparison problem, RankingRow row) {
        int shown = shownTarget(problem);
        return row.trial()
                .map(TrialSummary::targets)
                .filter(targets -> targets.size() > shown)
                .map(targets -> Words.reached(targets.get(shown)))
                .orElse(Numbers.NONE);
    }

    private static String width(RankingRow row) {
        return row.updater().sensitivity().map(ResultTable::decades).orElse(Numbers.NONE);
    }

    private static String decades(Sensitivity sensitivity) {
        return (sensitivity.open() ? "≥ " : "") + String.format(Locale.ROOT, "%.1f", sensitivity.width());
    }

    private static String count(RankingRow row, Function<TrialSummary, Integer> what) {
        return row.trial().map(trial -> what.apply(trial).toString()).orElse(Numbers.NONE);
    }

    private static int failed(TrialSummary trial) {
        return trial.outcomes().getOrDefault(Outcome.FAILED, 0);
    }
}
