package org.converge4j.report.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The names of lines beside their ends, one under the other where ends meet; that of a line which ends early stands where it does. */
final class EndNames {
    private static final double ROOM = 16;
    private static final double EARLY = 30;

    /** Between an end and its name. */
    private static final double GAP = 5;

    private EndNames() {}

    /**
     * The end of a line.
     *
     * @param x how far to the right, in points
     * @param y how far down
     */
    record End(double x, double y, String name, Color ink) {}

    /** How wide a name is, in points. */
    static double breadth(Graphics2D pen, String name) {
        Font plain = pen.getFont();
        pen.setFont(plain.deriveFont(Font.BOLD));
        double breadth = Letters.breadth(pen, name);
        pen.setFont(plain);
        return breadth;
    }

    static void draw(Graphics2D pen, List<End> ends, double right, double top, double bottom) {
        List<End> early = ends.stream()
                .filter(end -> end.x() < right - EARLY)
                .sorted(Comparator.comparingDouble(End::y))
                .toList();
        double[] bases = bases(early, name -> Letters.breadth(pen, name), top);
        for (int i = 0; i < bases.length; i++) {
            text(pen, early.get(i), early.get(i).x() + GAP, bases[i]);
        }
        List<End> last = ends.stream()
                .filter(end -> end.x() >= right - EARLY)
                .sorted(Comparator.comparingDouble(End::y))
                .toList();
        double[] at = last.stream()
                .mapToDouble(end -> Math.min(Math.max(end.y(), top), bottom))
                .toArray();
        for (int i = 1; i < at.length; i++) {
            at[i] = Math.max(at[i], at[i - 1] + ROOM);
        }
        double most = bottom;
        for (int i = at.length - 1; i >= 0; i--) {
            at[i] = Math.min(at[i], most);
            most = at[i] - ROOM;
        }
        pen.setFont(pen.getFont().deriveFont(Font.BOLD));
        for (int i = 0; i < at.length; i++) {
            End end = last.get(i);
            pen.setColor(end.ink());
            pen.setStroke(new BasicStroke(0.8f));
            pen.draw(new Line2D.Double(end.x() + 2, Math.max(end.y(), top), right + 6, at[i]));
            text(pen, end, right + 9, at[i] + 4);
        }
    }

    /**
     * Where names stand that begin beside their ends, so far down: each a little above its end, or under one that is there.
     *
     * @param ends the highest first
     * @param breadth of a name
     */
    static double[] bases(List<End> ends, ToDoubleFunction<String> breadth, double top) {
        double[] bases = new double[ends.size()];
        for (int i = 0; i < bases.length; i++) {
            End end = ends.get(i);
            bases[i] = Math.max(top, end.y()) - 3;
            for (int j = 0; j < i; j++) {
                End other = ends.get(j);
                boolean isBeside = end.x() > other.x() + breadth.applyAsDouble(other.name()) + GAP
                        || other.x() > end.x() + breadth.applyAsDouble(end.name()) + GAP;
                bases[i] = isBeside ? bases[i] : Math.max(bases[i], bases[j] + ROOM);
            }
        }
        return bases;
    }

    private static void text(Graphics2D pen, End end, double left, double base) {
        pen.setColor(end.ink());
        pen.drawString(Letters.shown(pen.getFont(), end.name()), (float) left, (float) base);
    }
}
