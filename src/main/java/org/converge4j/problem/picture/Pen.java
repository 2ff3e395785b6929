package org.converge4j.problem.picture;

import java.util.List;
import java.util.random.RandomGenerator;

/** A pen, and the hand that holds it while one picture is drawn. */
final class Pen {
    /** Of a picture's width and height, as of MNIST's. */
    static final int SIDE = 28;

    static final int CELLS = SIDE * SIDE;

    /** What MNIST leaves around a digit, on all sides together. */
    private static final double MARGIN = 6;

    private static final double TURN = 0.18;
    private static final double LEAN = 0.2;
    private static final double STRETCH = 0.12;
    private static final double MOVE = 1.2;
    private static final double TREMBLE = 0.02;
    private static final double USUAL_WIDTH = 1.1;
    private static final double OTHER_WIDTH = 0.3;
    private static final double THINNEST = 0.5;

    private final RandomGenerator random;
    private final double tremble;
    private final double[] across;
    private final double[] down;
    private final double width;

    /**
     * A hand that writes as chance will have it.
     *
     * @param jitter how freely
     */
    Pen(RandomGenerator random, double jitter) {
        this.random = random;
        this.tremble = jitter * TREMBLE;
        double turn = jitter * TURN * random.nextGaussian();
        double lean = jitter * LEAN * random.nextGaussian();
        double scale = SIDE - MARGIN;
        double wide = scale * StrictMath.exp(jitter * STRETCH * random.nextGaussian());
        double high = scale * StrictMath.exp(jitter * STRETCH * random.nextGaussian());
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        double middle = (SIDE - 1) / 2.0;
        this.across =
                new double[] {wide * cos, high * (lean * cos - sin), middle + jitter * MOVE * random.nextGaussian()};
        this.down =
                new double[] {wide * sin, high * (lean * sin + cos), middle + jitter * MOVE * random.nextGaussian()};
        this.width = Math.max(THINNEST, USUAL_WIDTH + jitter * OTHER_WIDTH * random.nextGaussian());
    }

    /**
     * Draws strokes.
     *
     * @param to the picture's cells, row by row, 0 before and at most 1 afterwards
     */
    void draw(List<double[][]> strokes, double[] to, int at) {
        for (double[][] stroke : strokes) {
            double[] from = place(stroke[0]);
            for (int i = 1; i < stroke.length; i++) {
                double[] next = place(stroke[i]);
                segment(from, next, to, at);
                from = next;
            }
        }
    }

    /** Where a point of the square comes to lie. */
    private double[] place(double[] point) {
        double x = point[0] - 0.5 + tremble * random.nextGaussian();
        double y = point[1] - 0.5 + tremble * random.nextGaussian();
        return new double[] {across[0] * x + across[1] * y + across[2], down[0] * x + down[1] * y + down[2]};
    }

    /** Blackens cells near a segment: fully within the pen's width, and less and less up to a cell beyond. */
    private void segment(double[] from, double[] to, double[] cells, int at) {
        double reach = width + 1;
        for (int row = first(from[1], to[1], reach); row <= last(from[1], to[1], reach); row++) {
            for (int column = first(from[0], to[0], reach); column <= last(from[0], to[0], reach); column++) {
                double ink = Math.min(1, reach - distance(column, row, from, to));
                int cell = at + row * SIDE + column;
                cells[cell] = Math.max(cells[cell], ink);
            }
        }
    }

    private static int first(double a, double b, double reach) {
        return (int) Math.max(0, Math.ceil(Math.min(a, b) - reach));
    }

    private static int last(double a, double b, double reach) {
        return (int) Math.min(SIDE - 1, Math.floor(Math.max(a, b) + reach));
    }

    private static double distance(double x, double y, double[] from, double[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : ((x - from[0]) * dx + (y - from[1]) * dy) / length;
        double near = Math.max(0, Math.min(1, along));
        double offX = x - from[0] - near * dx;
        double offY = y - from[1] - near * dy;
        return Math.sqrt(offX * offX + offY * offY);
    }
}
