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
        /** Neither is certain. */
        NO_DIFFERENCE("no difference"),
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
     * @param seeds on which both have an answer
     * @param ratio median over the seeds of new / base; above 1 is worse
     * @param interval of that ratio; nothing from fewer than five seeds
     * @param newFailures seeds that failed at it only in the new results
     * @param newSuccesses seeds that failed at it only in the base
     */
    public record Change(
            String measure, int seeds, double ratio, Optional<Interval> interval, int newFailures, int newSuccesses) {}
}
