package org.converge4j.updater.matrix;

import org.converge4j.updater.algebra.Matrices;
import org.converge4j.updater.algebra.Vectors;

/** Muon's way to an orthogonal matrix: five iterations of Newton and Schulz with coefficients that hurry and do not quite arrive. */
public final class Orthogonal {
    private static final double FIRST = 3.4445;
    private static final double THIRD = -4.775;
    private static final double FIFTH = 2.0315;
    private static final int ITERATIONS = 5;

    private Orthogonal() {}

    /**
     * A matrix with nearly the singular vectors of another, and singular values near 1.
     *
     * @param matrix row by row; not changed
     */
    public static double[] nearest(double[] matrix, int rows, int columns, double epsilon) {
        boolean tall = rows > columns;
        int height = Math.min(rows, columns);
        int width = Math.max(rows, columns);
        double[] x = tall ? Matrices.transposed(matrix, rows, columns) : matrix.clone();
        double length = Vectors.norm(matrix) + epsilon;
        for (int i = 0; i < x.length; i++) {
            x[i] /= length;
        }
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] a = Matrices.timesTransposed(x, x, height, width, height);
            double[] b = Matrices.times(a, a, height, height, height);
            for (int i = 0; i < b.length; i++) {
                b[i] = THIRD * a[i] + FIFTH * b[i];
            }
            double[] next = Matrices.times(b, x, height, height, width);
            for (int i = 0; i < x.length; i++) {
                x[i] = FIRST * x[i] + next[i];
            }
        }
        return tall ? Matrices.transposed(x, height, width) : x;
    }
}
