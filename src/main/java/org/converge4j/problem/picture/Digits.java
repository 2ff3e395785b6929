package org.converge4j.problem.picture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.experiment.Randomness;
import org.converge4j.problem.data.Columns;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.DataSource;
import org.converge4j.problem.data.Standardise;
import org.converge4j.problem.data.Table;

/**
 * Pictures of digits, 28 × 28 cells from 0 to 1 as MNIST's are, drawn with a pen: each is made of strokes that are turned, leaned,
 * stretched, moved and made to tremble by chance, with a pen of random width. There are as many of each digit as of any other, up
 * to one.
 *
 * @param rows how many pictures, in turn of each digit
 * @param jitter how freely they are drawn: 0 draws each digit in one way alone
 * @param testFraction of the rows, kept back for testing
 * @param seed decides the pictures, and which are kept back
 */
@About(
        value = "Pictures of digits, 28 × 28, drawn with a pen of our own",
        family = Family.BUILT_IN,
        source = "the shape of MNIST: LeCun, Cortes & Burges")
public record Digits(
        @Setting(value = "how many pictures", atLeast = 10, atMost = 200_000)
        int rows,

        @Setting(value = "how freely they are drawn", atLeast = 0, atMost = 3)
        double jitter,

        @Setting(value = "share of the rows kept back for testing", atLeast = 0, below = 1)
        double testFraction,

        @Setting("decides the pictures, and which are kept back")
        long seed)
        implements DataSource {
    private static final int DIGITS = 10;
    private static final double STEP = 15;

    /** Of each digit its strokes, through points of a square of width 1, y downwards. */
    private static final List<List<double[][]>> GLYPHS = List.of(
            glyph(arc(0.5, 0.5, 0.25, 0.37, -90, 270)),
            glyph(line(0.36, 0.27, 0.53, 0.13, 0.53, 0.87)),
            glyph(arc(0.5, 0.34, 0.23, 0.21, 190, 390), line(0.7, 0.44, 0.27, 0.86, 0.76, 0.86)),
            glyph(arc(0.47, 0.31, 0.22, 0.18, 210, 440), arc(0.47, 0.68, 0.25, 0.2, -80, 150)),
            glyph(line(0.6, 0.13, 0.24, 0.61, 0.79, 0.61), line(0.62, 0.38, 0.62, 0.88)),
            glyph(line(0.72, 0.14, 0.34, 0.14, 0.31, 0.47), arc(0.47, 0.65, 0.25, 0.22, -130, 150)),
            glyph(line(0.63, 0.13, 0.45, 0.26, 0.33, 0.45, 0.28, 0.66), arc(0.5, 0.67, 0.22, 0.2, 0, 360)),
            glyph(line(0.25, 0.15, 0.75, 0.15, 0.44, 0.87)),
            glyph(arc(0.5, 0.31, 0.19, 0.18, 90, 450), arc(0.5, 0.68, 0.24, 0.19, -90, 270)),
            glyph(arc(0.49, 0.34, 0.22, 0.2, 0, 360), line(0.71, 0.34, 0.68, 0.6, 0.57, 0.87)));

    public Digits() {
        this(6000, 1, 0.1, 1);
    }

    @Override
    public Data load(Path base) {
        RandomGenerator random = Randomness.DATA.stream(seed);
        double[] x = new double[Pen.CELLS * rows];
        double[] y = new double[DIGITS * rows];
        for (int row = 0; row < rows; row++) {
            int digit = row % DIGITS;
            new Pen(random, jitter).draw(GLYPHS.get(digit), x, row * Pen.CELLS);
            y[DIGITS * row + digit] = 1;
        }
        return Table.of(rows, x, y, Columns.coded(Pen.CELLS, DIGITS))
                .split(testFraction, seed, "digits")
                .prepare(Standardise.NONE, "digits");
    }

    private static List<double[][]> glyph(double[][]... strokes) {
        return List.of(strokes);
    }

    private static double[][] line(double... coordinates) {
        double[][] points = new double[coordinates.length / 2][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {coordinates[2 * i], coordinates[2 * i + 1]};
        }
        return points;
    }

    /** Part of an ellipse, by degrees clockwise from three o'clock. */
    private static double[][] arc(double x, double y, double width, double height, double from, double to) {
        List<double[]> points = new ArrayList<>();
        for (double angle = from; angle <= to; angle += STEP) {
            double turned = StrictMath.toRadians(angle);
            points.add(new double[] {x + width * StrictMath.cos(turned), y + height * StrictMath.sin(turned)});
        }
        return points.toArray(new double[0][]);
    }
}
