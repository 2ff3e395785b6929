package org.converge4j.report.plot;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.converge4j.report.content.Palette.Look;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What all charts that are drawn as pictures share. */
final class Plots {
    /** More could not be told apart. */
    static final int MOST_UPDATERS = 12;

    private Plots() {}

    /** An empty chart with a logarithmic upright axis. */
    static XYChart chart(String title, String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(960)
                .height(480)
                .theme(Styler.ChartTheme.XChart)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        chart.getStyler()
                .setYAxisLogarithmic(true)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setLegendPosition(Styler.LegendPosition.OutsideE)
                .setLegendBorderColor(Color.WHITE);
        return chart;
    }

    static byte[] png(XYChart chart) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.setUseCache(false); // a temporary file: there may be no folder for it
        ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", png);
        return png.toByteArray();
    }

    /** Draws a series as an updater's line, without markers. */
    static void line(XYSeries series, Look look) {
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
