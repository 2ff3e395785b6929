package org.converge4j.problem.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Random orthonormal columns, by Gram and Schmidt, each column treated twice (Giraud et al. 2005: twice is enough). */
final class Orthonormal {
    private static final int PASSES = 2;

    private Orthonormal() {}

    /**
     * Draws columns.
     *
     * @param length of each
     * @param count at most the length, or one less if they are centred
     * @param centred whether each sums to 0
     */
    static double[][] columns(int length, int count, boolean centred, RandomGenerator normal) {
        double[][] columns = new double[count][length];
        for (int k = 0; k < count; k++) {
            double[] column = columns[k];
            Arrays.setAll(column, i -> normal.nextGaussian());
            for (int pass = 0; pass < PASSES; pass++) {
                if (centred) {
                    centre(column);
                }
                for (int j = 0; j < k; j++) {
                    add(column, -dot(column, columns[j]), columns[j]);
                }
            }
            double norm = Math.sqrt(dot(column, column));
            Arrays.setAll(column, i -> column[i] / norm);
        }
        return columns;
    }

    private static void centre(double[] column) {
        double mean = Arrays.stream(column).average().orElse(0);
        Arrays.setAll(column, i -> column[i] - mean);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] column, double factor, double[] other) {
        for (int i = 0; i < column.length; i++) {
            column[i] += factor * other[i];
        }
    }
}
