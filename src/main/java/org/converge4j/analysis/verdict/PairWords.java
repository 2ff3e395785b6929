package org.converge4j.analysis.verdict;

import java.util.Optional;
import org.converge4j.analysis.Deciding;
import org.converge4j.analysis.Figures;
import org.converge4j.analysis.Measure;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.statistics.Interval;
import org.converge4j.analysis.statistics.Levels;
import org.converge4j.analysis.statistics.Pair;
import org.converge4j.analysis.statistics.Pair.Untested;
import org.converge4j.analysis.statistics.Scale;

/** How far two updaters are apart, in the words of what decides. */
public final class PairWords {
    private final ProblemComparison problem;
    private final Deciding deciding;

    /** Of what decides a problem. */
    public PairWords(ProblemComparison problem) {
        this.problem = problem;
        this.deciding = problem.deciding();
    }

    /** "better: lower on 9 of 10 seeds, sgd's is 35 % higher (95 % interval 1.3 to 1.41 times, p = 0.004)". */
    public String verdict(Pair pair) {
        if (pair.untested().equals(Optional.of(Untested.NEITHER_SUCCEEDED))) {
            return "not compared: both " + (isCounted() ? "miss it" : "diverge") + " on every seed";
        }
        String shown = pair.one() + " " + wins(pair) + (Double.isInfinite(pair.ratio()) ? "" : ", " + apart(pair));
        int seeds = pair.seedsToTell().orElse(-1);
        return pair.verdict().words() + ": " + shown + evidence(pair)
                + (seeds > 0 ? "; about " + seeds + " seeds would do" : "");
    }

    /** "lower on 9 of 10 seeds, equal on 1": how often the first of the two is the better. */
    String wins(Pair pair) {
        int equal = pair.seeds() - pair.wins() - pair.losses();
        return better() + " on " + pair.wins() + " of " + pair.seeds() + (pair.seeds() == 1 ? " seed" : " seeds")
                + (equal == 0 || pair.wins() == 0 ? "" : ", equal on " + equal);
    }

    /** "sgd's is 35 % higher". */
    String apart(Pair pair) {
        double ratio = pair.ratio();
        if (pair.scale() == Scale.DIFFERENCE) {
            return pair.other() + "'s is " + Figures.brief(100 * ratio) + " points lower";
        }
        if (!isCounted()) {
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
        return isCounted() ? "misses it" : "diverges";
    }

    /** Whether an updater's loss is no further over the floor than rounding can tell, so that another's is known to be larger only by so much. */
    private boolean isSolved(String updater) {
        return deciding.measure().equals(Measure.FINAL)
                && problem.ranking().places().stream()
                        .anyMatch(place -> place.updater().equals(updater)
                                && place.score().median() <= problem.excess().resolution());
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
        if (pair.untested().equals(Optional.of(Untested.TOO_FEW_SEEDS))) {
            return pair.seeds() + (pair.seeds() == 1 ? " seed" : " seeds") + " cannot show any difference; "
                    + levels.enoughSeeds() + (areSeedsEqual() ? " different ones" : "") + " would do";
        }
        int seeds = pair.seedsToTell().orElse(0);
        return seeds == 0
                ? "100 seeds like these would not tell either"
                : "about " + seeds + " seeds would do, if they are like these";
    }

    /** Whether there are more seeds than differ, so that more of them would not help. */
    private boolean areSeedsEqual() {
        return problem.trials().stream()
                .anyMatch(trial -> trial.runs().size() > problem.seeds().size());
    }

    private String better() {
        return isCounted() ? "ahead" : deciding.measure().metric().isBetterHigher() ? "higher" : "lower";
    }

    private boolean isCounted() {
        return deciding.measure().kind() == Measure.Kind.STEPS;
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
