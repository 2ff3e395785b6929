package org.converge4j.report;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.TrialSummary.BandPoint;
import org.converge4j.report.Palette.Look;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The convergence chart of a problem as a picture, for readers without the page. */
final class Plots {
    private static final int MOST_TRIALS = 12;
    private static final int MOST_POINTS = 400;

    private static final int BAND_OPACITY = 45;

    private final Palette palette;

    Plots(Palette palette) {
        this.palette = palette;
    }

    /** A PNG; its first {@value #MOST_TRIALS} trials, for more could not be told apart. */
    byte[] convergence(ProblemComparison problem) throws IOException {
        boolean floor = problem.facts().flatMap(f -> f.floor()).isPresent();
        XYChart chart = new XYChartBuilder()
                .width(960)
                .height(480)
                .theme(Styler.ChartTheme.XChart)
                .title(problem.problem().name() + ": median and quartiles over the seeds")
                .xAxisTitle("step")
                .yAxisTitle(floor ? "excess loss" : "loss")
                .build();
        style(chart.getStyler());
        double base = problem.facts().flatMap(f -> f.floor()).orElse(0.0);
        for (TrialSummary trial : problem.trials().stream().limit(MOST_TRIALS).toList()) {
            draw(chart, trial, base);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", png);
        return png.toByteArray();
    }

    private static void style(XYStyler styler) {
        styler.setYAxisLogarithmic(true)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setLegendPosition(Styler.LegendPosition.OutsideE)
                .setLegendBorderColor(Color.WHITE);
    }

    private void draw(XYChart chart, TrialSummary trial, double floor) {
        List<BandPoint> points = drawable(trial, floor);
        if (points.isEmpty()) {
            return;
        }
        Look look = palette.of(trial.trial());
        median(chart, trial.trial().label(), points, floor, look);
        band(chart, trial.trial().label() + ", quartiles", points, floor, look);
    }

    /** The polygon between the quartiles: forth along the upper, back along the lower. */
    private static void band(XYChart chart, String name, List<BandPoint> points, double floor, Look look) {
        int size = points.size();
        double[] x = new double[2 * size];
        double[] y = new double[2 * size];
        for (int i = 0; i < size; i++) {
            int back = 2 * size - 1 - i;
            x[i] = points.get(i).step();
            x[back] = x[i];
            y[i] = points.get(i).loss().upper() - floor;
            y[back] = points.get(i).loss().lower() - floor;
        }
        XYSeries series = chart.addSeries(name, x, y);
        Color colour = look.onWhite();
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_OPACITY));
        series.setLineColor(new Color(0, 0, 0, 0));
        series.setMarker(SeriesMarkers.NONE);
        series.setShowInLegend(false);
    }

    /** Points whose quartiles all have a logarithm. */
    private static List<BandPoint> drawable(TrialSummary trial, double floor) {
        List<BandPoint> points = new ArrayList<>();
        for (int i : Thinning.keep(trial.band(), MOST_POINTS)) {
            BandPoint point = trial.band().get(i);
            if (point.loss().lower() > floor && Double.isFinite(point.loss().upper())) {
                points.add(point);
            }
        }
        return points;
    }

    private static void median(XYChart chart, String name, List<BandPoint> points, double floor, Look look) {
        XYSeries series = chart.addSeries(
                name,
                points.stream().mapToDouble(BandPoint::step).toArray(),
                points.stream()
                        .mapToDouble(point -> point.loss().median() - floor)
                        .toArray());
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(look.onWhite());
        series.setLineWidth(2.2f);
        series.setLineStyle(
                switch (look.dash()) {
                    case SOLID -> SeriesLines.SOLID;
                    case DASH -> SeriesLines.DASH_DASH;
                    case DOT -> SeriesLines.DOT_DOT;
                    case DASHDOT -> SeriesLines.DASH_DOT;
                });
    }
}
