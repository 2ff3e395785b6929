package org.converge4j.analysis.change;

import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.statistics.Interval;

/**
 * What became of a trial.
 *
 * @param problem its problem's name
 * @param label its label
 * @param verdict whether it got worse
 * @param why in a few words; empty for no difference
 * @param changes of each measure that was compared
 */
public record TrialChange(String problem, String label, Verdict verdict, String why, List<Change> changes) {
    /** Whether a trial got worse. */
    public enum Verdict {
        /** It did, by more than the tolerance. */
        WORSE("worse"),
        /** It improved by more than the tolerance. */
        BETTER("better"),
        /** It changed by no more than the tolerance. */
        NO_DIFFERENCE("no difference"),
        /** Neither is shown. */
        CANNOT_TELL("cannot tell"),
        /** The two are not the same trial, or too little is recorded. */
        NOT_COMPARABLE("not comparable");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** As a table says it. */
        public String words() {
            return words;
        }
    }

    /**
     * How one measure changed.
     *
     * @param measure "final excess", or the target whose steps are counted
     * @param verdict of this measure
     * @param seeds compared; those that do the same as another count once
     * @param ratio new / base over the seeds; above 1 is worse
     * @param interval of that ratio, corrected for all trials and measures
     * @param newFailures seeds that failed at it only in the new results
     * @param newSuccesses seeds that failed at it only in the base
     * @param seedsToTell with how many seeds like these it could be told, 0 if 100 would not do; nothing if it is told
     */
    public record Change(
            String measure,
            Verdict verdict,
            int seeds,
            double ratio,
            Interval interval,
            int newFailures,
            int newSuccesses,
            Optional<Integer> seedsToTell) {}
}
