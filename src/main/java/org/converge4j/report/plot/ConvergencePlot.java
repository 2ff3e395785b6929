package org.converge4j.report.plot;

import java.awt.Color;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.converge4j.analysis.Band;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.experiment.training.Metric;
import org.converge4j.report.content.MetricTables;
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
        String loss = problem.floor().isPresent() ? "excess loss" : "loss";
        return png(problem, loss, true, trial -> Optional.of(trial.band()), problem.excess()::of);
    }

    /** The same of the test part; nothing where none was measured. */
    public Optional<byte[]> tested(ProblemComparison problem) throws IOException {
        Optional<Metric> metric = measured(problem);
        return metric.isEmpty()
                ? Optional.empty()
                : Optional.of(png(
                        problem,
                        metric.get().words(),
                        metric.get() == Metric.TEST_LOSS,
                        trial -> Optional.ofNullable(trial.metrics().get(metric.get())),
                        value -> value));
    }

    /** Whether there is a picture of the test part. */
    public static boolean showsTest(ProblemComparison problem) {
        return measured(problem).isPresent();
    }

    /** What decides, if it is of the test part; else its loss. */
    private static Optional<Metric> measured(ProblemComparison problem) {
        List<Metric> measured = MetricTables.measured(problem);
        return Stream.of(problem.deciding().measure().metric(), Metric.TEST_LOSS)
                .filter(metric -> metric.isOfTest() && measured.contains(metric))
                .findFirst();
    }

    private byte[] png(
            ProblemComparison problem,
            String measure,
            boolean isLog,
            Function<TrialSummary, Optional<Band>> bands,
            DoubleUnaryOperator drawn)
            throws IOException {
        XYChart chart =
                Plots.chart(problem.problem().name() + ": median and quartiles over the seeds", "step", measure);
        chart.getStyler().setYAxisLogarithmic(isLog);
        for (UpdaterSummary updater : RankingRow.of(problem).stream()
                .limit(Plots.MOST_UPDATERS)
                .map(RankingRow::updater)
                .toList()) {
            updater.chosen().flatMap(bands).ifPresent(band -> draw(chart, updater, band, isLog, drawn));
        }
        return Plots.png(chart);
    }

    private void draw(XYChart chart, UpdaterSummary updater, Band band, boolean isLog, DoubleUnaryOperator drawn) {
        int[] points = Arrays.stream(Thinning.keep(band, MOST_POINTS))
                .filter(i -> isDrawable(band, i, isLog, drawn))
                .toArray();
        if (points.length == 0) {
            return;
        }
        Look look = palette.of(updater.name());
        median(chart, updater.name(), points, band, drawn, look);
        quartiles(chart, updater.name() + ", quartiles", points, band, drawn, look);
    }

    /** Whether both quartiles have a place on the axis. */
    private static boolean isDrawable(Band band, int i, boolean isLog, DoubleUnaryOperator drawn) {
        return Double.isFinite(band.lower(i))
                && Double.isFinite(band.upper(i))
                && (!isLog || drawn.applyAsDouble(band.lower(i)) > 0);
    }

    /** The polygon between the quartiles: forth along the upper, back along the lower. */
    private static void quartiles(
            XYChart chart, String name, int[] points, Band band, DoubleUnaryOperator drawn, Look look) {
        int size = points.length;
        double[] x = new double[2 * size];
        double[] y = new double[2 * size];
        for (int i = 0; i < size; i++) {
            int back = 2 * size - 1 - i;
            x[i] = band.step(points[i]);
            x[back] = x[i];
            y[i] = drawn.applyAsDouble(band.upper(points[i]));
            y[back] = drawn.applyAsDouble(band.lower(points[i]));
        }
        XYSeries series = chart.addSeries(name, x, y);
        Color colour = look.onWhite();
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_OPACITY));
        series.setLineColor(new Color(0, 0, 0, 0));
        series.setMarker(SeriesMarkers.NONE);
        series.setShowInLegend(false);
    }

    private static void median(
            XYChart chart, String name, int[] points, Band band, DoubleUnaryOperator drawn, Look look) {
        XYSeries series = chart.addSeries(
                name,
                Arrays.stream(points).mapToDouble(band::step).toArray(),
                Arrays.stream(points)
                        .mapToDouble(i -> drawn.applyAsDouble(band.median(i)))
                        .toArray());
        Plots.line(series, look);
    }
}
