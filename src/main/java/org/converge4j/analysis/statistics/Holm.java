package org.converge4j.analysis.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's step-down correction of p-values (Scandinavian Journal of Statistics 6, 1979): keeps the chance of any false alarm. */
public final class Holm {
    private Holm() {}

    /** The corrected p-values, in the order given. */
    public static double[] adjust(double[] p) {
        int[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int rank = 0; rank < p.length; rank++) {
            largest = Math.max(largest, Math.min(1, (p.length - rank) * p[ascending[rank]]));
            adjusted[ascending[rank]] = largest;
        }
        return adjusted;
    }
}
