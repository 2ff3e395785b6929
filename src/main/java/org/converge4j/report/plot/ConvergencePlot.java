package org.converge4j.report.plot;

import java.awt.Color;
import java.io.IOException;
import java.util.Arrays;
import org.converge4j.analysis.Band;
import org.converge4j.analysis.Excess;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.report.content.Palette;
import org.converge4j.report.content.Palette.Look;
import org.converge4j.report.content.RankingRow;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The convergence chart of a problem as a picture, for readers without the page. */
public final class ConvergencePlot {
    private static final int MOST_POINTS = 400;

    private static final int BAND_OPACITY = 45;

    private final Palette palette;

    public ConvergencePlot(Palette palette) {
        this.palette = palette;
    }

    /** A PNG; the best {@value Plots#MOST_UPDATERS} updaters at their chosen settings, for more could not be told apart. */
    public byte[] png(ProblemComparison problem) throws IOException {
        boolean floor = problem.floor().isPresent();
        XYChart chart = Plots.chart(
                problem.problem().name() + ": median and quartiles over the seeds",
                "step",
                floor ? "excess loss" : "loss");
        Excess excess = problem.excess();
        for (UpdaterSummary updater : RankingRow.of(problem).stream()
                .limit(Plots.MOST_UPDATERS)
                .map(RankingRow::updater)
                .toList()) {
            updater.chosen().map(TrialSummary::band).ifPresent(band -> draw(chart, updater, band, excess));
        }
        return Plots.png(chart);
    }

    private void draw(XYChart chart, UpdaterSummary updater, Band band, Excess excess) {
        int[] points = drawable(band, excess);
        if (points.length == 0) {
            return;
        }
        Look look = palette.of(updater.name());
        median(chart, updater.name(), points, band, excess, look);
        quartiles(chart, updater.name() + ", quartiles", points, band, excess, look);
    }

    /** Points whose quartiles all have a logarithm. */
    private static int[] drawable(Band band, Excess excess) {
        return Arrays.stream(Thinning.keep(band, MOST_POINTS))
                .filter(i -> excess.of(band.lower(i)) > 0 && Double.isFinite(band.upper(i)))
                .toArray();
    }

    /** The polygon between the quartiles: forth along the upper, back along the lower. */
    private static void quartiles(XYChart chart, String name, int[] points, Band band, Excess excess, Look look) {
        int size = points.length;
        double[] x = new double[2 * size];
        double[] y = new double[2 * size];
        for (int i = 0; i < size; i++) {
            int back = 2 * size - 1 - i;
            x[i] = band.step(points[i]);
            x[back] = x[i];
            y[i] = excess.of(band.upper(points[i]));
            y[back] = excess.of(band.lower(points[i]));
        }
        XYSeries series = chart.addSeries(name, x, y);
        Color colour = look.onWhite();
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_OPACITY));
        series.setLineColor(new Color(0, 0, 0, 0));
        series.setMarker(SeriesMarkers.NONE);
        series.setShowInLegend(false);
    }

    private static void median(XYChart chart, String name, int[] points, Band band, Excess excess, Look look) {
        XYSeries series = chart.addSeries(
                name,
                Arrays.stream(points).mapToDouble(band::step).toArray(),
                Arrays.stream(points)
                        .mapToDouble(i -> excess.of(band.median(i)))
                        .toArray());
        Plots.line(series, look);
    }
}
