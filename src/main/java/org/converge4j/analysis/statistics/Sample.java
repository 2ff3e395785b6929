package org.converge4j.analysis.statistics;

import java.util.Arrays;

/**
 * What an updater scores on each seed.
 *
 * @param updater its name
 * @param scores by seed; infinite for a failure, NaN where there is no answer
 * @param yardstick what all of them were measured by
 */
public record Sample(String updater, double[] scores, Yardstick yardstick) {
    /** Of scores that are as they stand. */
    public Sample(String updater, double... scores) {
        this(updater, scores, Yardstick.EXACT);
    }

    /** The scores that are there. */
    public double[] answers() {
        return Arrays.stream(scores).filter(score -> !Double.isNaN(score)).toArray();
    }
}
