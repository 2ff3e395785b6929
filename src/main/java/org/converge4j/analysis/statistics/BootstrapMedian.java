package org.converge4j.analysis.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.converge4j.experiment.Randomness;

/**
 * Percentile bootstrap intervals of the median (Efron 1979), 10,000 resamples. Which order statistics a resample's median is
 * made of depends only on the sample's size, so the resamples are drawn once for a size and every sample is looked up in them.
 */
public final class BootstrapMedian {
    /** An interval from fewer values would only repeat their extremes. */
    public static final int LEAST = 5;

    private static final int RESAMPLES = 10_000;
    private static final long SEED = 1;
    private static final Map<Integer, BootstrapMedian> BY_SIZE = new ConcurrentHashMap<>();

    private final int size;
    private final long[] middles;
    private final int[] counts;

    private BootstrapMedian(int size) {
        this.size = size;
        RandomGenerator random = Randomness.BOOTSTRAP.stream(SEED);
        int[] draw = new int[size];
        Map<Long, Integer> seen = IntStream.range(0, RESAMPLES)
                .mapToObj(i -> middle(draw, random))
                .collect(Collectors.toMap(m -> m, m -> 1, Integer::sum));
        this.middles = seen.keySet().stream().mapToLong(Long::longValue).toArray();
        this.counts =
                Arrays.stream(middles).mapToInt(m -> seen.getOrDefault(m, 0)).toArray();
    }

    /** The interval of the median of values, none of them NaN; nothing from fewer than five. */
    public static Optional<Interval> interval(double[] values) {
        if (values.length < LEAST) {
            return Optional.empty();
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Optional.of(
                BY_SIZE.computeIfAbsent(values.length, BootstrapMedian::new).of(sorted));
    }

    private Interval of(double[] sorted) {
        double[] medians = new double[RESAMPLES];
        int next = 0;
        for (int i = 0; i < middles.length; i++) {
            double median = mean(sorted[(int) (middles[i] / size)], sorted[(int) (middles[i] % size)]);
            Arrays.fill(medians, next, next + counts[i], median);
            next += counts[i];
        }
        Arrays.sort(medians);
        return new Interval(medians[RESAMPLES / 40 - 1], medians[RESAMPLES - RESAMPLES / 40]);
    }

    /** Draws a resample; the ranks, from 0, of its two middle values, which are one for odd sizes, as lower · size + upper. */
    private static long middle(int[] draw, RandomGenerator random) {
        for (int i = 0; i < draw.length; i++) {
            draw[i] = random.nextInt(draw.length);
        }
        Arrays.sort(draw);
        return (long) draw[(draw.length - 1) / 2] * draw.length + draw[draw.length / 2];
    }

    /** Half-way; between −∞ and +∞, 0. */
    private static double mean(double a, double b) {
        return a == b ? a : Double.isInfinite(a) && Double.isInfinite(b) ? 0 : a + (b - a) / 2;
    }

    /** The median of values, none of them NaN; half-way between −∞ and +∞ lies 0. */
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return mean(sorted[(sorted.length - 1) / 2], sorted[sorted.length / 2]);
    }
}
