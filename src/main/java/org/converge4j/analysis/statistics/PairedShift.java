package org.converge4j.analysis.statistics;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * By how much paired differences lie off 0: estimate, p-value and interval from one procedure, the signed-rank test of the
 * differences less every possible shift. The interval holds the shifts that the test does not reject (Hodges and Lehmann 1963;
 * Hollander and Wolfe, Nonparametric Statistical Methods, 3.3), so that it excludes 0 exactly where p is at most its level.
 */
public final class PairedShift {
    private final double[] differences;

    /** The finite means of two differences, or of one with itself, ascending, each once. Between two neighbours the test is constant. */
    private final double[] averages;

    /** For each of them, how many means are at least as great, repeated ones included: the positive ranks' sum just below it. */
    private final int[] atLeast;

    private final boolean finite;
    private final double estimate;

    /**
     * @param differences at least one, none NaN; ±∞ where only one of the two failed
     */
    public PairedShift(double[] differences) {
        this.differences = differences.clone();
        double[] all = averages(differences);
        this.estimate = median(all);
        this.finite = Arrays.stream(differences).allMatch(Double::isFinite);
        double[] sorted = Arrays.stream(all)
                .filter(Double::isFinite)
                .map(average -> average + 0.0) // −0 is 0
                .sorted()
                .toArray();
        this.averages = Arrays.stream(sorted).distinct().toArray();
        this.atLeast = new int[averages.length];
        int place = 0;
        for (int i = 0; i < averages.length; i++) {
            while (sorted[place] < averages[i]) {
                place++;
            }
            atLeast[i] = sorted.length - place;
        }
    }

    private static double[] averages(double[] values) {
        double[] averages = new double[values.length * (values.length + 1) / 2];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i; j < values.length; j++) {
                boolean opposite = Double.isInfinite(values[i]) && values[i] == -values[j];
                averages[next++] = opposite ? 0 : values[i] == values[j] ? values[i] : (values[i] + values[j]) / 2;
            }
        }
        return averages;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double low = sorted[(sorted.length - 1) / 2];
        double high = sorted[sorted.length / 2];
        return low == high ? low : Double.isInfinite(low) && Double.isInfinite(high) ? 0 : low + (high - low) / 2;
    }

    /** The median of the means of two differences (Hodges and Lehmann's estimate); infinite where most differences are. */
    public double estimate() {
        return estimate;
    }

    /** Above 0 where positive differences weigh more, in ranks. */
    public double balance() {
        return SignedRank.balance(differences);
    }

    /** The p-value of no shift; where differences cancel or are 0, the greatest that breaking these ties by rounding could give. */
    public double p() {
        int place = Arrays.binarySearch(averages, 0);
        if (place < 0) {
            return cell(-place - 1).p();
        }
        double p = SignedRank.of(differences).p();
        return Math.max(p, Math.max(cell(place).p(), cell(place + 1).p()));
    }

    /**
     * The shifts that the test at a level does not reject.
     *
     * @param level the chance that the interval misses, such as 0.05; too few differences for it leave an end infinite
     */
    public Interval interval(double level) {
        if (averages.length == 0) {
            SignedRank test = SignedRank.of(differences);
            if (test.p() > level) {
                return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            }
            double end = Math.copySign(Double.POSITIVE_INFINITY, test.balance());
            return new Interval(end, end);
        }
        int low = first(cell -> !isRejected(cell, level, 1));
        int high = first(cell -> isRejected(cell, level, -1));
        return new Interval(end(low), end(high));
    }

    /** The average before a cell; infinite before the first, and after the last. */
    private double end(int cell) {
        return cell == 0
                ? Double.NEGATIVE_INFINITY
                : cell > averages.length ? Double.POSITIVE_INFINITY : averages[cell - 1];
    }

    private boolean isRejected(int cell, double level, int sign) {
        SignedRank test = cell(cell);
        return test.balance() * sign > 0 && test.p() <= level;
    }

    /** The first cell of which something holds that holds of all after it, too; one more than there are if of none. */
    private int first(IntPredicate holds) {
        int from = 0;
        int to = averages.length + 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (holds.test(middle)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /**
     * The test at a shift between the averages cell − 1 and cell. There the positive ranks' sum is the number of means above the
     * shift (Tukey's identity); infinite differences tie, and are ranked.
     */
    private SignedRank cell(int cell) {
        if (finite) {
            return SignedRank.ofUntied(differences.length, cell == averages.length ? 0 : atLeast[cell]);
        }
        if (averages.length == 0) {
            return SignedRank.of(differences);
        }
        double shift = cell == 0
                ? averages[0] - 1
                : cell == averages.length
                        ? averages[averages.length - 1] + 1
                        : averages[cell - 1] + (averages[cell] - averages[cell - 1]) / 2;
        return SignedRank.of(Arrays.stream(differences).map(d -> d - shift).toArray());
    }
}
