package org.converge4j.report.plot;

import java.io.IOException;
import java.util.List;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.Theory;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.statistics.Sensitivity;
import org.converge4j.report.content.Palette;
import org.converge4j.report.content.Palette.Look;
import org.converge4j.report.content.RankingRow;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The final loss of a problem by learning rate as a picture, with the rates from which theory says that updaters diverge. */
public final class SensitivityPlot {
    private final Palette palette;

    public SensitivityPlot(Palette palette) {
        this.palette = palette;
    }

    /** Whether there is anything to draw: an updater with two rates that most seeds survived. */
    public static boolean shows(ProblemComparison problem) {
        return problem.updaters().stream().anyMatch(updater -> drawn(updater).size() > 1);
    }

    /** A PNG. */
    public byte[] png(ProblemComparison problem) throws IOException {
        boolean floor = problem.floor().isPresent();
        XYChart chart = Plots.chart(
                problem.problem().name() + ": median final " + (floor ? "excess" : "loss")
                        + ", and where theory says that it diverges (dotted)",
                "learning rate",
                floor ? "final excess loss" : "final loss");
        chart.getStyler().setXAxisLogarithmic(true);
        List<UpdaterSummary> updaters = RankingRow.of(problem).stream()
                .map(RankingRow::updater)
                .filter(updater -> drawn(updater).size() > 1)
                .limit(Plots.MOST_UPDATERS)
                .toList();
        double[] range = updaters.stream()
                .flatMap(updater -> drawn(updater).stream())
                .mapToDouble(point -> point.score().median())
                .sorted()
                .toArray();
        for (UpdaterSummary updater : updaters) {
            Look look = palette.of(updater.name());
            median(chart, updater, look);
            updater.theory()
                    .ifPresent(theory -> critical(chart, updater, theory, range[0], range[range.length - 1], look));
        }
        return Plots.png(chart);
    }

    /** The rates that most seeds survived, whose median has a logarithm. */
    private static List<Sensitivity.Point> drawn(UpdaterSummary updater) {
        return updater.sensitivity().stream()
                .flatMap(sensitivity -> sensitivity.points().stream())
                .filter(point -> point.score().median() > 0
                        && Double.isFinite(point.score().median()))
                .toList();
    }

    private static void median(XYChart chart, UpdaterSummary updater, Look look) {
        List<Sensitivity.Point> points = drawn(updater);
        XYSeries series = chart.addSeries(
                updater.name(),
                points.stream().mapToDouble(Sensitivity.Point::rate).toArray(),
                points.stream().mapToDouble(point -> point.score().median()).toArray());
        Plots.line(series, look);
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(look.onWhite());
    }

    private static void critical(
            XYChart chart, UpdaterSummary updater, Theory theory, double low, double high, Look look) {
        XYSeries series = chart.addSeries(
                updater.name() + ", critical",
                new double[] {theory.critical(), theory.critical()},
                new double[] {low, high});
        Plots.line(series, look);
        series.setLineStyle(SeriesLines.DOT_DOT);
        series.setShowInLegend(false);
    }
}
