package org.converge4j.analysis.verdict;

import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.Deciding;
import org.converge4j.analysis.Measure;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.statistics.Interval;
import org.converge4j.analysis.statistics.Levels;
import org.converge4j.analysis.statistics.Pair;
import org.converge4j.analysis.statistics.Pair.Untested;
import org.converge4j.analysis.statistics.Scale;
import org.converge4j.wording.Figures;

/** How far two updaters are apart, in the words of what decides. */
public final class PairWords {
    private static final String NEVER = "100 seeds like these would not tell either";

    private final ProblemComparison problem;
    private final Deciding deciding;
    private final double resolution;

    /** Of what decides a problem. */
    public PairWords(ProblemComparison problem) {
        this.problem = problem;
        this.deciding = problem.deciding();
        this.resolution = problem.excess().resolution();
    }

    /** "better: lower on 9 of 10 seeds, sgd's is 35 % higher (95 % interval 1.3 to 1.41 times, p = 0.004)". */
    public String verdict(Pair pair) {
        if (pair.untested().equals(Optional.of(Untested.NEITHER_SUCCEEDED))) {
            return "not compared: both " + (deciding.isCounted() ? "miss it" : "diverge") + " on every seed";
        }
        String shown = pair.one() + " " + wins(pair) + (Double.isInfinite(pair.ratio()) ? "" : ", " + apart(pair));
        int seeds = pair.seedsToTell().orElse(-1);
        return pair.verdict().words() + ": " + shown + evidence(pair)
                + (seeds > 0 ? "; about " + seeds + " seeds would do" : "");
    }

    /** "lower on 9 of 10 seeds, equal on 1": how often the first of the two is the better. */
    String wins(Pair pair) {
        int equal = pair.seeds() - pair.wins() - pair.losses();
        return better() + " on " + pair.wins() + " of " + Figures.count(pair.seeds(), "seed")
                + (equal == 0 || pair.wins() == 0 ? "" : ", equal on " + equal);
    }

    /** "sgd's is 35 % higher". */
    String apart(Pair pair) {
        double ratio = pair.ratio();
        if (pair.scale() == Scale.DIFFERENCE) {
            return pair.other() + "'s is " + Figures.brief(100 * ratio) + " points lower";
        }
        if (!deciding.isCounted()) {
            return pair.other() + "'s is " + (isSolved(pair.one()) ? "at least " : "")
                    + (ratio < 2 ? percent(ratio) + " higher" : Figures.brief(ratio) + " times as high");
        }
        String unit = deciding.timed() ? "time" : "steps";
        return pair.other() + " takes "
                + (ratio < 2
                        ? percent(ratio) + " more " + unit
                        : Figures.brief(ratio) + " times as " + (deciding.timed() ? "long" : "many"));
    }

    /** "diverges", or "misses it". */
    String failure() {
        return deciding.isCounted() ? "misses it" : "diverges";
    }

    /** Whether an updater's loss is no further over the floor than rounding can tell, so that another's is known to be larger only by so much. */
    private boolean isSolved(String updater) {
        return deciding.measure().equals(Measure.FINAL)
                && problem.ranking()
                        .place(updater)
                        .filter(place -> place.score().median() <= resolution)
                        .isPresent();
    }

    /** " (95 % interval 1.3 to 1.41 times, p = 0.004)"; of those that are alike " (95 % interval -0.2 % to 0.3 %)". */
    String evidence(Pair pair) {
        if (pair.verdict() == Pair.Verdict.ALIKE && pair.scale() == Scale.RATIO) {
            return pair.interval()
                    .map(interval -> " (95 % interval of the difference " + percent(interval.low()) + " to "
                            + percent(interval.high()) + ")")
                    .orElse("");
        }
        return pair.test()
                .map(test -> " ("
                        + pair.interval().map(i -> interval(pair.scale(), i)).orElse("") + "p = "
                        + (test.adjusted() > 0.99 ? "1" : Figures.about(test.adjusted())) + ")")
                .orElse("");
    }

    /** What it would take to tell. */
    String wouldTake(Pair pair, Levels levels) {
        if (isTooFew(pair)) {
            return tooFew(pair, levels.enoughSeeds() + (areSeedsEqual() ? " different ones" : ""));
        }
        int seeds = seedsToTell(pair);
        return seeds == Integer.MAX_VALUE ? NEVER : "about " + seeds + " seeds would do, if they are like these";
    }

    /** What it would take to tell all of some pairs, of several problems. */
    static String wouldTake(List<Pair> pairs) {
        int seeds = pairs.stream().mapToInt(PairWords::seedsToTell).max().orElse(0);
        if (pairs.stream().allMatch(PairWords::isTooFew)) {
            return tooFew(pairs.get(0), Integer.toString(seeds));
        }
        return seeds == Integer.MAX_VALUE ? NEVER : "about " + seeds + " seeds like these would tell";
    }

    private static boolean isTooFew(Pair pair) {
        return pair.untested().equals(Optional.of(Untested.TOO_FEW_SEEDS));
    }

    private static String tooFew(Pair pair, String enough) {
        return Figures.count(pair.seeds(), "seed") + " cannot show any difference; " + enough + " would do";
    }

    /** With how many seeds a pair could be told; the largest number if 100 would not do. */
    static int seedsToTell(Pair pair) {
        return pair.seedsToTell().filter(seeds -> seeds > 0).orElse(Integer.MAX_VALUE);
    }

    /** "1 %": the largest difference that counts as none. */
    String margin() {
        return Figures.given(100 * problem.margin()) + (deciding.scale() == Scale.DIFFERENCE ? " points" : " %");
    }

    /** Whether there are more seeds than differ, so that more of them would not help. */
    private boolean areSeedsEqual() {
        return problem.trials().stream()
                .anyMatch(trial -> trial.runs().size() > problem.seeds().size());
    }

    private String better() {
        return deciding.isCounted() ? "ahead" : deciding.measure().metric().isBetterHigher() ? "higher" : "lower";
    }

    private static String interval(Scale scale, Interval interval) {
        boolean open = interval.high() == Double.POSITIVE_INFINITY
                && (Double.isInfinite(interval.low()) || (scale == Scale.RATIO && interval.low() <= 0));
        if (open) {
            return "";
        }
        return "95 % interval "
                + (scale == Scale.DIFFERENCE
                        ? Figures.brief(100 * interval.low()) + " to " + Figures.brief(100 * interval.high())
                                + " points, "
                        : Figures.brief(interval.low()) + " to " + Figures.brief(interval.high()) + " times, ");
    }

    private static String percent(double ratio) {
        return Figures.about(100 * (ratio - 1)) + " %";
    }
}
