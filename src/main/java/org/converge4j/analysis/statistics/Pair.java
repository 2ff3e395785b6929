package org.converge4j.analysis.statistics;

import java.util.Optional;

/**
 * Two updaters on one problem, compared seed by seed.
 *
 * @param one the updater that the ranks of the paired differences favour
 * @param other the one it is compared with
 * @param verdict what is shown
 * @param scale how the two are said to be apart
 * @param seeds that both have an answer for; equal seeds count once
 * @param wins seeds on which one is strictly better
 * @param losses seeds on which other is strictly better
 * @param ratio of other's score to one's over the seeds, above 1 where one is better; on the scale of differences the difference
 * @param interval of that ratio, from the test and with its correction
 * @param test whether it could be chance
 * @param untested why there is no test
 * @param seedsToTell with how many seeds it could be told, if further ones are like those so far; nothing if it is told, 0 if 100
 *     would not do
 */
public record Pair(
        String one,
        String other,
        Verdict verdict,
        Scale scale,
        int seeds,
        int wins,
        int losses,
        double ratio,
        Optional<Interval> interval,
        Optional<Test> test,
        Optional<Untested> untested,
        Optional<Integer> seedsToTell) {
    /** What is shown of two updaters. */
    public enum Verdict {
        /** One is better than other. */
        BETTER("better"),
        /** They differ by less than what is of interest. */
        ALIKE("alike"),
        /** Neither is shown. */
        CANNOT_TELL("cannot tell");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** As reports say it. */
        public String words() {
            return words;
        }
    }

    /**
     * Wilcoxon's signed-rank test.
     *
     * @param p by itself
     * @param adjusted for all claims of the experiment; at most 0.05 where the difference is shown
     */
    public record Test(double p, double adjusted) {}

    /** Why two updaters are not tested against each other. */
    public enum Untested {
        /** Neither reached the target, or kept from diverging, on any seed. */
        NEITHER_SUCCEEDED,
        /** With so few different seeds no difference could be shown. */
        TOO_FEW_SEEDS,
        /** Their times are of two kinds. */
        TWO_SCALES
    }

    /** Whether these are the two, in either order. */
    public boolean isOf(String updater, String rival) {
        return (one.equals(updater) && other.equals(rival)) || (one.equals(rival) && other.equals(updater));
    }

    /** Whether it is shown that one is better than the other. */
    public boolean isApart() {
        return verdict == Verdict.BETTER;
    }
}
