package org.converge4j.problem.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A shift and a scale for each column.
 *
 * @param means subtracted
 * @param deviations divided by
 */
record Scaling(double[] means, double[] deviations) {
    /**
     * What gives every column of a row-major table mean 0 and standard deviation 1 (the sample's, with n − 1).
     *
     * @param names of the columns
     * @param what the columns are, for messages
     * @param asTheyAre columns to leave alone
     * @param advice what to do about columns that do not vary
     */
    static Scaling of(double[] table, int rows, List<String> names, String what, boolean[] asTheyAre, String advice) {
        int columns = table.length / rows;
        double[] means = new double[columns];
        double[] deviations = new double[columns];
        List<String> constant = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            means[c] = asTheyAre[c] ? 0 : mean(table, c, columns);
            deviations[c] = asTheyAre[c] ? 1 : deviation(table, c, columns, means[c]);
            if (!(deviations[c] > 0)) {
                constant.add(names.get(c));
            }
        }
        if (!constant.isEmpty()) {
            throw new ProblemException(what + (constant.size() == 1 ? " " : "s ") + String.join(", ", constant)
                    + (constant.size() == 1 ? " is" : " are") + " constant in all " + rows
                    + " training rows and cannot be standardised; " + advice);
        }
        return new Scaling(means, deviations);
    }

    /** What gives all columns of a table together mean 0 and standard deviation 1 (n − 1), by the same shift and scale. */
    static Scaling together(double[] table, int rows, String what) {
        double mean = mean(table, 0, 1);
        double deviation = deviation(table, 0, 1, mean);
        if (!(deviation > 0)) {
            throw new ProblemException(
                    what + "s are all the same number and cannot be standardised; standardise: none");
        }
        int columns = table.length / rows;
        double[] means = new double[columns];
        double[] deviations = new double[columns];
        Arrays.fill(means, mean);
        Arrays.fill(deviations, deviation);
        return new Scaling(means, deviations);
    }

    /** Shifts and scales a row-major table in place. */
    void apply(double[] table) {
        for (int i = 0; i < table.length; i++) {
            int c = i % means.length;
            table[i] = (table[i] - means[c]) / deviations[c];
        }
    }

    private static double mean(double[] table, int column, int columns) {
        double mean = 0;
        int rows = table.length / columns;
        for (int i = column; i < table.length; i += columns) {
            mean += table[i] / rows;
        }
        return mean;
    }

    /** 0 for equal values, whatever rounding makes of their mean. */
    private static double deviation(double[] table, int column, int columns, double mean) {
        double squares = 0;
        boolean varies = false;
        for (int i = column; i < table.length; i += columns) {
            squares += (table[i] - mean) * (table[i] - mean);
            varies |= table[i] != table[column];
        }
        double deviation = Math.sqrt(squares / (table.length / columns - 1));
        boolean isPlain = deviation > 0 && Double.isFinite(deviation);
        return !varies ? 0 : isPlain ? deviation : extreme(table, column, columns, mean);
    }

    /** Of values whose squares are beyond what a double holds: those are taken in quarters, and by the largest of them. */
    private static double extreme(double[] table, int column, int columns, double mean) {
        double largest = 0;
        for (int i = column; i < table.length; i += columns) {
            largest = Math.max(largest, Math.abs(table[i] / 4 - mean / 4));
        }
        double squares = 0;
        for (int i = column; i < table.length; i += columns) {
            double share = (table[i] / 4 - mean / 4) / largest;
            squares += share * share;
        }
        return Math.min(Double.MAX_VALUE, 4 * largest * Math.sqrt(squares / (table.length / columns - 1)));
    }
}
