package org.converge4j.analysis.statistics;

/**
 * Where a number lies with 95 % confidence.
 *
 * @param low may be −∞
 * @param high may be +∞
 */
public record Interval(double low, double high) {
    /** Whether a value lies inside, ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Whether all of it lies no further from 0 than a margin. */
    public boolean isWithin(double margin) {
        return -margin <= low && high <= margin;
    }
}
