package org.converge4j.analysis;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.NaNPolicy;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * The middle half of a sample (Hyndman and Fan's type 7, NumPy's default). A diverged run is an infinite value: it counts as
 * worse than every other and is never averaged away.
 *
 * @param lower the first quartile
 * @param median the second
 * @param upper the third
 */
public record Quartiles(double lower, double median, double upper) {
    private static final Quantile TYPE_7 =
            Quantile.withDefaults().with(Quantile.EstimationMethod.HF7).with(NaNPolicy.ERROR);

    /** Of at least one value; none may be NaN. */
    public static Quartiles of(double... values) {
        if (Arrays.stream(values).allMatch(Double::isFinite)) {
            double[] q = TYPE_7.evaluate(values.clone(), 0.25, 0.5, 0.75);
            return new Quartiles(q[0], q[1], q[2]);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    /** Between a finite and an infinite neighbour the quantile is infinite, where interpolating would give NaN. */
    private static double at(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) Math.floor(position);
        double share = position - below;
        return share == 0 || sorted[below] == sorted[below + 1]
                ? sorted[below]
                : sorted[below] + share * (sorted[below + 1] - sorted[below]);
    }
}
