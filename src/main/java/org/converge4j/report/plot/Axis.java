package org.converge4j.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An axis: which values lie where.
 *
 * @param low the least value
 * @param high the greatest
 * @param isLog whether decades are equally long
 * @param from where the least lies, in points
 * @param to where the greatest lies
 */
record Axis(double low, double high, boolean isLog, double from, double to) {
    private static final double ROUNDING = 1e-9;

    /** Between the least and the greatest of some values, with room around a single one; on a logarithmic axis, of those above 0. */
    static double[] extent(double[] values, boolean isLog) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value) && (!isLog || value > 0)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low < high) {
            return new double[] {low, high};
        }
        double middle = Double.isFinite(low) ? low : isLog ? 1 : 0;
        double half = middle == 0 ? 1 : Math.abs(middle) / 2;
        return isLog ? new double[] {middle / 2, middle * 2} : new double[] {middle - half, middle + half};
    }

    /** Where a value lies; one that a logarithmic axis does not reach down to lies at its end. */
    double at(double value) {
        double share =
                isLog ? Math.log(Math.max(value, low) / low) / Math.log(high / low) : (value - low) / (high - low);
        return from + share * (to - from);
    }

    /** Decades, or every so many of them, on a long logarithmic axis; 1, 2 and 5 of each where there are few; else round numbers. */
    List<Double> ticks(int most) {
        if (isLog) {
            int first = (int) Math.ceil(Math.log10(low) - ROUNDING);
            int last = (int) Math.floor(Math.log10(high) + ROUNDING);
            List<Double> fives = fives(first - 1, last);
            if (last < first + 2 && fives.size() > 2 && fives.size() <= most) {
                return fives;
            }
            if (last > first) {
                int each = (int) Math.ceil((last - first + 1.0) / most);
                return IntStream.rangeClosed(first, last)
                        .filter(exponent -> exponent % each == 0)
                        .mapToObj(exponent -> Math.pow(10, exponent))
                        .toList();
            }
        }
        return round(most);
    }

    private List<Double> fives(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .boxed()
                .flatMap(exponent -> Stream.of(1, 2, 5).map(times -> times * Math.pow(10, exponent)))
                .filter(value -> value >= low * (1 - ROUNDING) && value <= high * (1 + ROUNDING))
                .toList();
    }

    /** Multiples of 1, 2 or 5 by a power of ten. */
    private List<Double> round(int most) {
        double rough = (high - low) / Math.max(1, most);
        double decade = Math.pow(10, Math.floor(Math.log10(rough)));
        double times = rough / decade;
        double step = decade * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
        List<Double> ticks = new ArrayList<>();
        for (double i = Math.ceil(low / step - ROUNDING); i * step <= high + ROUNDING * step; i++) {
            ticks.add(i == 0 ? 0.0 : i * step);
        }
        return ticks;
    }
}
