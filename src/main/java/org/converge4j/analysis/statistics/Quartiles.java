package org.converge4j.analysis.statistics;

import java.util.Arrays;

/**
 * The middle half of a sample (Hyndman and Fan's type 7, the default of NumPy and R). A diverged run is an infinite value: it
 * counts as worse than every other and is never averaged away.
 *
 * @param lower the first quartile
 * @param median the second
 * @param upper the third
 */
public record Quartiles(double lower, double median, double upper) {
    /** Of at least one value; none may be NaN. */
    public static Quartiles of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted);
    }

    /** Of at least one value, in ascending order. */
    static Quartiles ofSorted(double[] sorted) {
        if (Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("NaN has no rank; a failure is infinite");
        }
        return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    /** The quantile p of values in ascending order; infinite between a finite and an infinite neighbour. */
    public static double at(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) Math.floor(position);
        double share = position - below;
        return share == 0 || sorted[below] == sorted[below + 1]
                ? sorted[below]
                : sorted[below] + share * (sorted[below + 1] - sorted[below]);
    }
}
