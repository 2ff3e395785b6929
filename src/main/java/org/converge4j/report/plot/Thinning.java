package org.converge4j.report.plot;

import java.util.stream.IntStream;
import org.converge4j.analysis.Band;

/**
 * Which points of a long curve a chart draws. The steps are cut into slots, equally wide on a logarithmic axis; of each slot
 * its least and its greatest value stay, and so do the first and last point. Spikes survive, and the start is not lost among
 * thousands of later points.
 */
public final class Thinning {
    private Thinning() {}

    /**
     * Indices of the points to keep, ascending.
     *
     * @param steps ascending
     * @param values as many; may be infinite
     * @param limit about how many points to keep; fewer points than that are all kept
     */
    public static int[] keep(int[] steps, double[] values, int limit) {
        int size = steps.length;
        if (size <= limit) {
            return IntStream.range(0, size).toArray();
        }
        int slots = Math.max(1, limit / 2 - 1);
        double scale = slots / Math.log1p(steps[size - 1]);
        boolean[] kept = new boolean[size];
        kept[0] = true;
        kept[size - 1] = true;
        for (int from = 0; from < size; ) {
            int to = from;
            int least = from;
            int most = from;
            long slot = (long) (Math.log1p(steps[from]) * scale);
            for (; to < size && (long) (Math.log1p(steps[to]) * scale) == slot; to++) {
                least = values[to] < values[least] ? to : least;
                most = values[to] > values[most] ? to : most;
            }
            kept[least] = true;
            kept[most] = true;
            from = to;
        }
        return IntStream.range(0, size).filter(i -> kept[i]).toArray();
    }

    /** Indices of the points of a band to keep, by its median. */
    public static int[] keep(Band band, int limit) {
        return keep(
                IntStream.range(0, band.size()).map(band::step).toArray(),
                IntStream.range(0, band.size()).mapToDouble(band::median).toArray(),
                limit);
    }
}
