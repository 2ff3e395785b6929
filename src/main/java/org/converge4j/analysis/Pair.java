package org.converge4j.analysis;

import java.util.Optional;
import java.util.stream.IntStream;
import org.converge4j.analysis.statistics.BootstrapMedian;
import org.converge4j.analysis.statistics.Interval;
import org.converge4j.analysis.statistics.Sample;
import org.converge4j.analysis.statistics.SignedRank;

/**
 * Two updaters on one problem, compared seed by seed.
 *
 * @param one the updater with the better median
 * @param other the one it is compared with
 * @param seeds that both have an answer for
 * @param ratio median over the seeds of other's score / one's; above 1, one is better
 * @param interval of that ratio
 * @param test whether it could be chance
 * @param untested why there is no test
 */
public record Pair(
        String one,
        String other,
        int seeds,
        double ratio,
        Optional<Interval> interval,
        Optional<Test> test,
        Optional<Untested> untested) {
    private static final double SIGNIFICANT = 0.05;

    /**
     * Wilcoxon's signed-rank test.
     *
     * @param p by itself
     * @param adjusted by Holm, for all pairs of the problem
     */
    public record Test(double p, double adjusted) {}

    /** Why two updaters are not tested against each other. */
    public enum Untested {
        /** Neither reached the target, or kept from diverging, on any seed. */
        NEITHER_SUCCEEDED,
        /** Fewer than five independent seeds have an answer from both. */
        TOO_FEW_SEEDS
    }

    /** Whether the test, corrected, says that one is better than the other: otherwise they are tied. */
    public boolean isApart() {
        return test.isPresent()
                && test.get().adjusted() < SIGNIFICANT
                && ratio > 1
                && interval.isPresent()
                && !interval.get().contains(1);
    }

    /** Before the correction, which needs all pairs. */
    static Pair of(Sample one, Sample other, boolean independent) {
        int[] both = IntStream.range(0, one.scores().length)
                .filter(i -> !Double.isNaN(one.scores()[i]) && !Double.isNaN(other.scores()[i]))
                .toArray();
        double[] differences = IntStream.of(both)
                .mapToDouble(i -> difference(one.scores()[i], other.scores()[i]))
                .toArray();
        double ratio = both.length == 0 ? 1 : Math.exp(BootstrapMedian.median(differences));
        boolean enough = independent && both.length >= BootstrapMedian.LEAST;
        boolean success = IntStream.of(both)
                .anyMatch(i -> Double.isFinite(one.scores()[i]) || Double.isFinite(other.scores()[i]));
        Optional<Untested> untested = !success
                ? Optional.of(Untested.NEITHER_SUCCEEDED)
                : enough ? Optional.empty() : Optional.of(Untested.TOO_FEW_SEEDS);
        return new Pair(
                one.updater(),
                other.updater(),
                both.length,
                ratio,
                untested.isPresent()
                        ? Optional.empty()
                        : BootstrapMedian.interval(differences)
                                .map(i -> new Interval(Math.exp(i.low()), Math.exp(i.high()))),
                untested.isPresent() ? Optional.empty() : Optional.of(new Test(SignedRank.p(differences), Double.NaN)),
                untested);
    }

    Pair adjusted(double p) {
        return new Pair(one, other, seeds, ratio, interval, test.map(t -> new Test(t.p(), p)), untested);
    }

    /** ln(other / one); two failures are equal. */
    private static double difference(double one, double other) {
        return one == other ? 0 : Math.log(other) - Math.log(one);
    }
}
