package org.converge4j.analysis.theory;

import java.util.Optional;
import org.converge4j.result.Curve;

/**
 * What a run multiplied its distance from the optimum by each step in the long run: from a line through the logarithm of the
 * excess over the later half of the steps before rounding takes over.
 */
public final class AsymptoticFactor {
    /** Times what rounding leaves: below it rounding bends the line. */
    private static final double CLEAR = 1e3;

    /** Three a half of the window, so that their slopes mean something. */
    private static final int LEAST_POINTS = 6;

    /** A shorter window may not have reached the long run. */
    private static final int LEAST_STEPS = 19;

    /** How far the slopes of the two halves of the window may part, relatively, before the run counts as still changing. */
    private static final double STEADY = 0.01;

    /** How far, in ln, points may scatter about the line, before the run counts as oscillating. */
    private static final double SMOOTH = 0.1;

    private AsymptoticFactor() {}

    /**
     * The factor; nothing for a run that is too short to have settled, or that oscillates.
     *
     * @param resolution the least excess that is told from none
     */
    public static Optional<Double> of(Curve curve, double floor, double resolution) {
        int end = 0;
        while (end < curve.size() && curve.loss(end) - floor > CLEAR * resolution) {
            end++;
        }
        int start = end;
        while (start > 0 && 2 * curve.step(start - 1) >= curve.step(end - 1)) {
            start--;
        }
        if (end - start < LEAST_POINTS || curve.step(end - 1) - curve.step(start) < LEAST_STEPS) {
            return Optional.empty();
        }
        int middle = (start + end) / 2;
        double early = slope(curve, floor, start, middle);
        double late = slope(curve, floor, middle, end);
        double whole = slope(curve, floor, start, end);
        return Math.abs(early - late) > STEADY * Math.abs(late) || scatter(curve, floor, start, end, whole) > SMOOTH
                ? Optional.empty()
                : Optional.of(Math.exp(whole / 2));
    }

    /** The range of ln(excess) once its slope is taken off. */
    private static double scatter(Curve curve, double floor, int from, int to, double slope) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            double off = Math.log(curve.loss(i) - floor) - slope * curve.step(i);
            least = Math.min(least, off);
            most = Math.max(most, off);
        }
        return most - least;
    }

    /** Least squares of ln(excess) on the step. */
    private static double slope(Curve curve, double floor, int from, int to) {
        double meanStep = 0;
        double meanLog = 0;
        for (int i = from; i < to; i++) {
            meanStep += curve.step(i) / (double) (to - from);
            meanLog += Math.log(curve.loss(i) - floor) / (to - from);
        }
        double joint = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            double step = curve.step(i) - meanStep;
            joint += step * (Math.log(curve.loss(i) - floor) - meanLog);
            squares += step * step;
        }
        return joint / squares;
    }
}
