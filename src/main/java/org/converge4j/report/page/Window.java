package org.converge4j.report.page;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a picture shows of an axis.
 *
 * @param from the least place
 * @param to the greatest
 */
record Window(double from, double to) {
    private static final double MARGIN = 0.08;

    /** Around what must be seen; of the paths, what lies not further outside than that is wide. */
    static Window around(double[] musts, double[] paths, double least) {
        double low = Arrays.stream(musts).min().orElse(0);
        double high = Arrays.stream(musts).max().orElse(0);
        double width = Math.max(high - low, least);
        double reach = width - (high - low) / 2;
        double middle = (low + high) / 2;
        double[] seen = DoubleStream.concat(
                        DoubleStream.of(middle - width / 2, middle + width / 2),
                        Arrays.stream(paths).filter(p -> Math.abs(p - middle) <= reach + width / 2))
                .toArray();
        double from = Arrays.stream(seen).min().orElse(low);
        double to = Arrays.stream(seen).max().orElse(high);
        double margin = MARGIN * (to - from);
        return new Window(from - margin, to + margin);
    }

    double width() {
        return to - from;
    }

    /** Places equally far apart, both ends included. */
    double[] places(int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> from + (to - from) * i / (count - 1))
                .toArray();
    }
}
