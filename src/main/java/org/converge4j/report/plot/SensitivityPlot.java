package org.converge4j.report.plot;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.analysis.statistics.Sensitivity;
import org.converge4j.analysis.verdict.MeasureWords;
import org.converge4j.report.content.Palette;
import org.converge4j.report.content.Palette.Look;
import org.converge4j.report.content.RankingRow;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Text;

/**
 * The final loss of a problem by learning rate as a picture, or what decides where that is another thing, with the rates from which theory
 * says that updaters diverge.
 */
public final class SensitivityPlot {
    private static final int MOST_UPDATERS = 12;

    /** So far above all others stand the rates that diverged. */
    private static final double ABOVE = 3;

    private static final double DOT = 3;
    private static final double RING = 8;

    private final Palette palette;
    private final PlotTitles titles;

    public SensitivityPlot(Palette palette, PlotTitles titles) {
        this.palette = palette;
        this.titles = titles;
    }

    /** Whether there is anything to draw: an updater with two rates that most seeds survived. */
    public static boolean shows(ProblemComparison problem) {
        return problem.updaters().stream().anyMatch(SensitivityPlot::isDrawn);
    }

    private static boolean isDrawn(UpdaterSummary updater) {
        return points(updater).stream()
                        .filter(point -> point.score().median() > 0
                                && Double.isFinite(point.score().median()))
                        .count()
                > 1;
    }

    private static List<Sensitivity.Point> points(UpdaterSummary updater) {
        return updater.reaching()
                .or(updater::sensitivity)
                .map(Sensitivity::points)
                .orElse(List.of());
    }

    /** A PNG. */
    public byte[] png(ProblemComparison problem) throws IOException {
        List<UpdaterSummary> updaters = RankingRow.of(problem).stream()
                .map(RankingRow::updater)
                .filter(SensitivityPlot::isDrawn)
                .limit(MOST_UPDATERS)
                .toList();
        double[] values = updaters.stream()
                .flatMap(updater -> points(updater).stream())
                .map(Sensitivity.Point::score)
                .flatMapToDouble(score -> DoubleStream.of(score.lower(), score.median(), score.upper()))
                .filter(value -> value > 0 && Double.isFinite(value))
                .toArray();
        double top = ABOVE * Arrays.stream(values).max().orElse(1);
        Chart chart = new Chart(
                titles.of(problem, Text.of("plot.sensitivity", problem.problem().name(), measure(problem))),
                across(updaters),
                up(problem, values, top),
                updaters.stream().map(UpdaterSummary::name).toList());
        for (int row = 0; row < updaters.size(); row++) {
            UpdaterSummary updater = updaters.get(row);
            Look look = palette.of(updater.name());
            updater.theory().ifPresent(theory -> chart.upright(theory.critical(), look));
            points(updater).forEach(point -> point(chart, point, top, updater, look));
            chart.line(
                    points(updater).stream()
                            .mapToDouble(Sensitivity.Point::rate)
                            .toArray(),
                    points(updater).stream()
                            .mapToDouble(point -> Math.min(point.score().median(), top))
                            .toArray(),
                    look,
                    updater.name());
        }
        for (int row = 0; row < updaters.size(); row++) {
            critical(chart, updaters.get(row), row + 1);
        }
        return chart.png();
    }

    private static boolean isReaching(ProblemComparison problem) {
        return problem.updaters().stream()
                .anyMatch(updater -> updater.reaching().isPresent());
    }

    private static Text measure(ProblemComparison problem) {
        boolean isOver = problem.floor().isPresent();
        return isReaching(problem)
                ? MeasureWords.score(problem.deciding(), isOver)
                : Text.of(isOver ? "value.final.excess" : "value.final.loss");
    }

    private Span across(List<UpdaterSummary> updaters) {
        double[] rates = updaters.stream()
                .flatMapToDouble(updater -> DoubleStream.concat(
                        points(updater).stream().mapToDouble(Sensitivity.Point::rate),
                        updater.theory().stream().mapToDouble(theory -> theory.critical())))
                .toArray();
        return new Span(titles.say(Text.of("column.rate")), Axis.extent(rates, true), true);
    }

    private Span up(ProblemComparison problem, double[] values, double top) {
        double low = Arrays.stream(values).min().orElse(top / 10);
        Optional<Double> floor = isReaching(problem)
                ? Optional.empty()
                : problem.excess().known().filter(least -> low <= least);
        return new Span(
                titles.say(measure(problem)),
                floor.isPresent() ? low / 30 : low / 2,
                2 * top,
                true,
                floor,
                floor.map(least -> titles.say(Text.of("plot.floor", Figures.brief(least))))
                        .orElse(""));
    }

    private void critical(Chart chart, UpdaterSummary updater, int row) {
        updater.theory()
                .ifPresent(theory -> chart.note(
                        theory.critical(),
                        row,
                        titles.say(Text.of("plot.critical", updater.name(), Figures.brief(theory.critical()))),
                        false,
                        palette.of(updater.name())));
    }

    /** A dot over the middle half of its seeds, in a ring if it is ranked; a cross where most seeds diverged. */
    private static void point(Chart chart, Sensitivity.Point point, double top, UpdaterSummary updater, Look look) {
        Quartiles score = point.score();
        double median = Math.min(score.median(), top);
        chart.bar(point.rate(), Math.min(score.lower(), top), Math.min(score.upper(), top), look);
        if (Double.isInfinite(score.median())) {
            chart.cross(point.rate(), top, look);
        } else {
            chart.dot(point.rate(), median, DOT, false, look);
        }
        boolean isChosen = updater.chosen()
                .flatMap(trial -> trial.trial().updater().learningRate())
                .filter(rate -> rate == point.rate())
                .isPresent();
        if (isChosen) {
            chart.dot(point.rate(), median, RING, true, look);
        }
    }
}
