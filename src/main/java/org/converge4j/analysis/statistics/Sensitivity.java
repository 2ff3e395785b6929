package org.converge4j.analysis.statistics;

import java.util.List;

/**
 * How the final excess, or when a target is reached, depends on the learning rate.
 *
 * @param points by ascending learning rate
 * @param width decades of learning rate within which the median is at most twice the best, between grid points by
 *     log-log interpolation
 * @param open whether that range reaches an end of the grid, so that it is at least so wide
 */
public record Sensitivity(List<Point> points, double width, boolean open) {
    private static final double FACTOR = 2;

    /**
     * A learning rate.
     *
     * @param rate η
     * @param score quartiles of the final excess (final loss where no floor is known), not below what rounding leaves, or of steps
     * @param failed the share of runs that diverged, or missed the target
     */
    public record Point(double rate, Quartiles score, double failed) {}

    /** Over at least one point, by ascending rate. */
    public static Sensitivity of(List<Point> points) {
        int best = 0;
        for (int i = 1; i < points.size(); i++) {
            best = points.get(i).score().median() < points.get(best).score().median() ? i : best;
        }
        double limit = FACTOR * points.get(best).score().median();
        if (Double.isInfinite(limit)) {
            return new Sensitivity(List.copyOf(points), 0, false);
        }
        int low = best;
        while (low > 0 && points.get(low - 1).score().median() <= limit) {
            low--;
        }
        int high = best;
        while (high < points.size() - 1 && points.get(high + 1).score().median() <= limit) {
            high++;
        }
        double from = low == 0 ? log(points.get(0)) : crossing(points.get(low), points.get(low - 1), limit);
        double to = high == points.size() - 1
                ? log(points.get(high))
                : crossing(points.get(high), points.get(high + 1), limit);
        return new Sensitivity(List.copyOf(points), to - from, low == 0 || high == points.size() - 1);
    }

    /** log10 of the rate at which the line from a point within the limit to one beyond crosses it; at once if that is ∞. */
    private static double crossing(Point inside, Point outside, double limit) {
        double in = Math.log(inside.score().median());
        double out = Math.log(outside.score().median());
        double share = Double.isInfinite(out) ? 0 : (Math.log(limit) - in) / (out - in);
        return log(inside) + share * (log(outside) - log(inside));
    }

    private static double log(Point point) {
        return Math.log10(point.rate());
    }
}
