package org.converge4j.problem.data;

import java.util.Arrays;
import java.util.Optional;

/**
 * What stands in for missing numbers.
 *
 * @param means of each column's numbers that are there
 */
record Imputation(double[] means) {
    /** The means of a row-major table in which NaN is missing, or nothing if nothing is missing. */
    static Optional<Imputation> means(double[] table, int rows) {
        if (isComplete(table)) {
            return Optional.empty();
        }
        int columns = table.length / rows;
        double[] sums = new double[columns];
        int[] counts = new int[columns];
        for (int i = 0; i < table.length; i++) {
            if (!Double.isNaN(table[i])) {
                sums[i % columns] += table[i];
                counts[i % columns]++;
            }
        }
        double[] means = new double[columns];
        Arrays.setAll(means, c -> counts[c] == 0 ? 0 : sums[c] / counts[c]);
        return Optional.of(new Imputation(means));
    }

    /** A loop of our own: a stream takes six times as long where there is no optimising compiler, half a second for MNIST's pictures. */
    private static boolean isComplete(double[] table) {
        for (double number : table) {
            if (Double.isNaN(number)) {
                return false;
            }
        }
        return true;
    }

    /** Puts the means in place of what is missing. */
    void fill(double[] table) {
        for (int i = 0; i < table.length; i++) {
            if (Double.isNaN(table[i])) {
                table[i] = means[i % means.length];
            }
        }
    }
}
