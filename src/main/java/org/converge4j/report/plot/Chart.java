package org.converge4j.report.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.converge4j.report.content.Palette.Look;
import org.converge4j.wording.Figures;

/** A chart as a picture that looks like the page's: two axes, marks on them, and the names of lines at their ends. */
final class Chart {
    /** Pixels a point, so that it is sharp on fine screens. */
    private static final int SCALE = 2;

    private static final int WIDTH = 860;
    private static final int HEIGHT = 480;
    private static final int LEFT = 64;
    private static final int BELOW = 46;
    private static final float TEXT = 13;
    private static final int LINE = 17;
    private static final int BAND_OPACITY = 41;
    private static final Color INK = Color.decode("#1b1f24");
    private static final Color QUIET = Color.decode("#56606b");
    private static final Color GRID = Color.decode("#e6eaee");
    private static final Color HALO = new Color(255, 255, 255, 215);
    private static final Color EDGE = Color.decode("#c9d0d8");

    private final BufferedImage image = new BufferedImage(SCALE * WIDTH, SCALE * HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = image.createGraphics();
    private final List<EndNames.End> ends = new ArrayList<>();
    private final Axis x;
    private final Axis y;

    /**
     * Draws title and axes.
     *
     * @param names that will stand at the ends of lines
     */
    Chart(Titles titles, Span across, Span up, List<String> names) {
        pen.scale(SCALE, SCALE);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(TEXT));
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        int top = titles.draw(pen, WIDTH) + 2 * LINE;
        y = new Axis(up.low(), up.high(), up.isLog(), HEIGHT - BELOW, top);
        double room = names.stream()
                        .mapToDouble(name -> EndNames.breadth(pen, name))
                        .max()
                        .orElse(0)
                + LINE;
        double widest = tickTexts(levels(y), y.isLog()).stream()
                .mapToDouble(this::breadth)
                .max()
                .orElse(0);
        x = new Axis(
                across.low(),
                across.high(),
                across.isLog(),
                Math.max(LEFT, widest + 12),
                WIDTH - Math.min(WIDTH * 0.36, Math.max(room, LINE)));
        up.floor().ifPresent(this::shade);
        grid(across.title(), up.title());
        up.floor().ifPresent(floor -> text(up.floorName(), x.from() + 6, y.from() - 6, QUIET));
    }

    /** Below the floor nothing can be told. */
    private void shade(double floor) {
        pen.setColor(GRID);
        pen.fill(new Rectangle2D.Double(x.from(), y.at(floor), x.to() - x.from(), y.from() - y.at(floor)));
    }

    private void grid(String across, String up) {
        List<Double> along = x.ticks((int) Math.max(2, (x.to() - x.from()) / 72));
        List<String> below = tickTexts(along, x.isLog());
        for (int i = 0; i < along.size(); i++) {
            double at = x.at(along.get(i));
            line(new Line2D.Double(at, y.from(), at, y.to()), GRID);
            text(below.get(i), at - breadth(below.get(i)) / 2, y.from() + LINE, INK);
        }
        List<Double> levels = levels(y);
        List<String> beside = tickTexts(levels, y.isLog());
        for (int i = 0; i < levels.size(); i++) {
            double at = y.at(levels.get(i));
            line(new Line2D.Double(x.from(), at, x.to(), at), GRID);
            text(beside.get(i), x.from() - 7 - breadth(beside.get(i)), at + 4, INK);
        }
        line(new Line2D.Double(x.from(), y.from(), x.to(), y.from()), EDGE);
        text(up, 6, y.to() - LINE + 2, INK);
        text(across, (x.from() + x.to() - breadth(across)) / 2, HEIGHT - 8, INK);
    }

    private static List<Double> levels(Axis y) {
        return y.ticks((int) Math.max(2, (y.from() - y.to()) / 38));
    }

    /** As few digits as tell them apart. */
    private static List<String> tickTexts(List<Double> ticks, boolean isLog) {
        List<String> texts = ticks.stream().map(tick -> tickText(tick, isLog)).toList();
        return Set.copyOf(texts).size() < texts.size() ? Figures.apart(ticks) : texts;
    }

    /** On a logarithmic axis, decades are powers once they would have many zeros. */
    private static String tickText(double tick, boolean isLog) {
        double exponent = Math.log10(tick);
        boolean isPower = isLog && exponent == Math.rint(exponent) && (exponent < -2.5 || exponent > 3.5);
        return isPower ? Figures.power((int) exponent) : Figures.brief(tick);
    }

    /** What lies between two curves; points that are not finite are left out. */
    void area(double[] at, double[] low, double[] high, Look look) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < at.length; i++) {
            join(path, at[i], high[i]);
        }
        for (int i = at.length - 1; i >= 0; i--) {
            join(path, at[i], low[i]);
        }
        Color ink = look.onWhite();
        pen.setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), BAND_OPACITY));
        within(path, true);
    }

    /** A line with its name at its end; points that are not finite are left out. */
    void line(double[] at, double[] values, Look look, String name) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < at.length; i++) {
            join(path, at[i], values[i]);
        }
        if (path.getCurrentPoint() == null) {
            return;
        }
        pen.setColor(look.onWhite());
        pen.setStroke(Strokes.of(look.dash()));
        within(path, false);
        if (!name.isEmpty()) {
            ends.add(new EndNames.End(
                    path.getCurrentPoint().getX(), path.getCurrentPoint().getY(), name, look.onWhite()));
        }
    }

    private void join(Path2D path, double at, double value) {
        if (!Double.isFinite(value) || (x.isLog() && at <= 0)) {
            return;
        }
        if (path.getCurrentPoint() == null) {
            path.moveTo(x.at(at), y.at(value));
        } else {
            path.lineTo(x.at(at), y.at(value));
        }
    }

    /** A dot, or a ring around one. */
    void dot(double at, double value, double radius, boolean isRing, Look look) {
        Shape circle = new Ellipse2D.Double(x.at(at) - radius, y.at(value) - radius, 2 * radius, 2 * radius);
        pen.setColor(look.onWhite());
        pen.setStroke(new BasicStroke(1.8f));
        if (isRing) {
            pen.draw(circle);
        } else {
            pen.fill(circle);
        }
    }

    /** A cross. */
    void cross(double at, double value, Look look) {
        cross(x.at(at), y.at(value), 4, look.onWhite());
    }

    /** A thin upright line from a value to another. */
    void bar(double at, double low, double high, Look look) {
        line(new Line2D.Double(x.at(at), y.at(low), x.at(at), y.at(high)), look.onWhite());
    }

    /** A dotted line through the whole chart. */
    void upright(double at, Look look) {
        pen.setColor(look.onWhite());
        pen.setStroke(Strokes.dotted());
        within(new Line2D.Double(x.at(at), y.from(), x.at(at), y.to()), false);
    }

    /** A note at the top of the chart beside a place, one under the other by its row; marked with a cross for what diverged. */
    void note(double at, int row, String text, boolean isCrossed, Look look) {
        double mark = isCrossed ? LINE - 3.0 : 0;
        double width = breadth(text) + mark;
        double start = x.at(at) + 5 + width > x.to() ? x.at(at) - 5 - width : x.at(at) + 5;
        double base = y.to() + LINE * (row + 0.8);
        pen.setColor(HALO);
        pen.fill(new Rectangle2D.Double(start - 1, base - LINE + 5, width + 2, LINE));
        if (isCrossed) {
            cross(start + 5, base - 4.5, 4, look.onWhite());
        }
        text(text, start + mark, base, look.onWhite());
    }

    /** The picture. */
    byte[] png() throws IOException {
        EndNames.draw(pen, ends, x.to(), y.to(), y.from());
        pen.dispose();
        return Png.of(image);
    }

    private void within(Shape shape, boolean isFilled) {
        Shape all = pen.getClip();
        pen.clip(new Rectangle2D.Double(x.from() - 1, y.to() - 8, x.to() - x.from() + 9, y.from() - y.to() + 9));
        if (isFilled) {
            pen.fill(shape);
        } else {
            pen.draw(shape);
        }
        pen.setClip(all);
    }

    private void cross(double left, double up, double half, Color ink) {
        pen.setColor(ink);
        pen.setStroke(new BasicStroke(1.8f));
        pen.draw(new Line2D.Double(left - half, up - half, left + half, up + half));
        pen.draw(new Line2D.Double(left - half, up + half, left + half, up - half));
    }

    private void line(Shape line, Color ink) {
        pen.setColor(ink);
        pen.setStroke(new BasicStroke(1));
        pen.draw(line);
    }

    private void text(String text, double left, double base, Color ink) {
        pen.setColor(ink);
        pen.drawString(Letters.shown(pen.getFont(), text), (float) left, (float) base);
    }

    private double breadth(String text) {
        return Letters.breadth(pen, text);
    }
}
