package org.converge4j.analysis.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.converge4j.analysis.statistics.Pair.Untested;
import org.converge4j.analysis.statistics.Pair.Verdict;

/** Two samples, paired by seed, before it is known which level their test has. */
final class Matchup {
    private final Sample one;
    private final Sample other;
    private final Scale scale;
    private final double margin;
    private final int seeds;
    private final int wins;
    private final int losses;

    /** Of the seeds on which not both failed; on those that both failed, nothing was compared. */
    private final Optional<PairedShift> shift;

    /** The same where the yardsticks of both are off in favour of other, as far as they may be. */
    private final Optional<PairedShift> least;

    private final int compared;

    /** Puts first the one that the ranks favour. */
    static Matchup of(Sample one, Sample other, Scale scale, double alike) {
        Matchup matchup = new Matchup(one, other, scale, alike);
        return matchup.balance() < 0 ? new Matchup(other, one, scale, alike) : matchup;
    }

    private Matchup(Sample one, Sample other, Scale scale, double alike) {
        this.one = one;
        this.other = other;
        this.scale = scale;
        this.margin = scale.margin(alike);
        int[] both = IntStream.range(0, one.scores().length)
                .filter(i -> !Double.isNaN(one.scores()[i]) && !Double.isNaN(other.scores()[i]))
                .toArray();
        double[] differences = IntStream.of(both)
                .filter(i -> Double.isFinite(one.scores()[i]) || Double.isFinite(other.scores()[i]))
                .mapToDouble(i -> scale.difference(one.scores()[i], other.scores()[i]))
                .toArray();
        this.seeds = both.length;
        this.compared = differences.length;
        this.wins = (int) Arrays.stream(differences).filter(d -> d > 0).count();
        this.losses = (int) Arrays.stream(differences).filter(d -> d < 0).count();
        this.shift = compared == 0 ? Optional.empty() : Optional.of(new PairedShift(differences));
        double slack = one.yardstick().slack(other.yardstick());
        this.least = slack == 0
                ? shift
                : shift.map(s -> new PairedShift(Arrays.stream(differences)
                        .map(d -> Double.isInfinite(d) ? d : d - slack)
                        .toArray()));
    }

    String one() {
        return one.updater();
    }

    String other() {
        return other.updater();
    }

    /** From −1 to 1: above 0 where one is better. */
    double balance() {
        return balance(shift);
    }

    private double balance(Optional<PairedShift> known) {
        return known.map(s -> 4 * s.balance() / (compared * (compared + 1.0))).orElse(0.0);
    }

    /** Whether one is better, by more than what is of no interest, at a level. */
    boolean isBetter(double level) {
        return least.filter(s -> s.balance() > 0 && s.p() <= level && !isAlike(level))
                .isPresent();
    }

    /** The p-value of the test that is the hardest for one. */
    private double p(PairedShift hardest) {
        return hardest.balance() < 0 ? 1 : hardest.p();
    }

    /** Whether the interval at a level lies within what is of no interest. */
    boolean isAlike(double level) {
        return interval(level).isWithin(margin);
    }

    private Interval interval(double level) {
        return shift.map(s -> s.interval(level))
                .map(s -> new Interval(
                        s.low() - one.yardstick().slack(other.yardstick()),
                        s.high() + other.yardstick().slack(one.yardstick())))
                .orElse(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    /**
     * What is shown.
     *
     * @param placed whether the places of the order decide the pair
     */
    Pair pair(boolean placed, Levels levels) {
        double level =
                placed || !(isDecided(levels.pairs()) || isDecided(levels.places())) ? levels.places() : levels.pairs();
        Verdict verdict = isAlike(level) ? Verdict.ALIKE : isBetter(level) ? Verdict.BETTER : Verdict.CANNOT_TELL;
        Optional<Untested> untested = untested(levels, verdict);
        boolean tested = untested.isEmpty();
        return new Pair(
                one(),
                other(),
                verdict,
                scale,
                seeds,
                wins,
                losses,
                scale.shown(shift.map(PairedShift::estimate).orElse(0.0)),
                tested ? Optional.of(scale.shown(interval(level))) : Optional.empty(),
                tested ? least.map(s -> new Pair.Test(p(s), Math.min(1, p(s) * Levels.ALL / level))) : Optional.empty(),
                untested,
                verdict == Verdict.CANNOT_TELL ? Optional.of(seedsToTell(levels)) : Optional.empty());
    }

    private boolean isDecided(double level) {
        return isAlike(level) || isBetter(level);
    }

    private Optional<Untested> untested(Levels levels, Verdict verdict) {
        if (shift.isEmpty() && seeds > 0) {
            return Optional.of(Untested.NEITHER_SUCCEEDED);
        }
        if (verdict == Verdict.CANNOT_TELL
                && !one.yardstick().name().equals(other.yardstick().name())) {
            return Optional.of(Untested.TWO_SCALES);
        }
        return seeds < levels.leastSeeds() ? Optional.of(Untested.TOO_FEW_SEEDS) : Optional.empty();
    }

    /** The seeds that both fail on speak for neither. */
    private int seedsToTell(Levels levels) {
        double share = (1 + Math.max(0, balance(least)) * compared / Math.max(1, seeds)) / 2;
        return share == 1 ? levels.enoughSeeds() : levels.seedsToShow(seeds, share);
    }
}
