package org.converge4j.analysis.statistics;

import java.util.Arrays;

/**
 * What an updater scores on each seed.
 *
 * @param updater its name
 * @param scores by seed; infinite for a failure, NaN where there is no answer
 */
public record Sample(String updater, double[] scores) {
    /** The scores that are there. */
    public double[] answers() {
        return Arrays.stream(scores).filter(score -> !Double.isNaN(score)).toArray();
    }
}
