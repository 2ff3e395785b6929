package org.converge4j.analysis.verdict;

import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.Deciding;
import org.converge4j.analysis.Measure;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.Ranking;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.statistics.Levels;
import org.converge4j.analysis.statistics.Pair;
import org.converge4j.analysis.statistics.Pair.Untested;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.analysis.statistics.Scale;
import org.converge4j.experiment.training.Metric;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Text;

/** How far two updaters are apart, in the words of what decides. */
public final class PairWords {
    /** A factor over the seeds and that of the medians so far apart would puzzle whoever sees both. */
    private static final double PUZZLING = 1.5;

    private static final Text NEVER = Text.of("take.never");

    /** Shares of rows are no closer to each other than that, and not equal. */
    private static final double EQUAL_SHARES = 1e-12;

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
    public Text verdict(Pair pair) {
        if (pair.untested().equals(Optional.of(Untested.NEITHER_SUCCEEDED))) {
            return Text.of(deciding.isCounted() ? "pair.both.miss" : "pair.both.diverge");
        }
        if (isOnTwoScales(pair)) {
            return Text.of("pair.scales");
        }
        Text wins = Text.of("pair.is", pair.one(), wins(pair));
        Text shown = Double.isInfinite(pair.ratio()) ? wins : Text.of("list.comma", wins, apart(pair));
        int seeds = pair.seedsToTell().orElse(-1);
        Text said = Text.of("pair.verdict", word(pair.verdict()), withEvidence(shown, pair));
        return seeds > 0 ? Text.of("list.semicolon", said, Text.of("take.do", seeds)) : said;
    }

    /** "better", "alike" or "cannot tell". */
    public static Text word(Pair.Verdict verdict) {
        return Text.of("verdict." + verdict.name());
    }

    /** "lower on 9 of 10 seeds, equal on 1": how often the first of the two is the better. */
    Text wins(Pair pair) {
        return equal(pair, Text.of("wins." + better(), pair.wins(), Text.count(pair.seeds(), "seed")));
    }

    /** "lower than adam, the next, on 9 of 10 seeds". */
    Text winsOver(Pair pair, Text rival) {
        return equal(pair, Text.of("wins." + better() + ".than", pair.wins(), Text.count(pair.seeds(), "seed"), rival));
    }

    private static Text equal(Pair pair, Text wins) {
        int equal = pair.seeds() - pair.wins() - pair.losses();
        return equal == 0 || pair.wins() == 0 ? wins : Text.of("wins.equal", wins, equal);
    }

    /** "sgd's is 35 % higher", or lower where the seeds disagree with the order; from twice on, a factor. */
    Text apart(Pair pair) {
        double ratio = pair.ratio();
        if (pair.scale() == Scale.DIFFERENCE ? Math.abs(ratio) < EQUAL_SHARES : ratio == 1) {
            return Text.of("apart.none");
        }
        if (pair.scale() == Scale.DIFFERENCE || ratio >= 2) {
            return factor(pair);
        }
        String key = deciding.isCounted()
                ? "apart." + unit() + (ratio < 1 ? ".less" : ".more")
                : ratio < 1 ? "apart.lower" : "apart.higher" + least(pair);
        return Text.of(key, pair.other(), percent(ratio));
    }

    /** "sgd's is 1.35 times as high"; of a difference, in points. */
    Text factor(Pair pair) {
        if (pair.scale() == Scale.DIFFERENCE) {
            String points = Figures.brief(100 * Math.abs(pair.ratio()));
            String key = pair.ratio() < 0 ? "apart.points.higher" : "apart.points";
            return Text.of(Text.numbered(key, points), pair.other(), points);
        }
        String key = deciding.isCounted() ? "apart." + unit() + ".times" : "apart.times" + least(pair);
        return Text.of(key, pair.other(), Figures.brief(pair.ratio()));
    }

    private String unit() {
        return deciding.timed() ? "time" : "steps";
    }

    private String least(Pair pair) {
        return isSolved(pair.one()) ? ".least" : "";
    }

    /** "adam diverges on 3 of 10 seeds", or "adam misses it …". */
    Text fails(Object updater, int missed, int seeds) {
        return Text.of(
                deciding.isCounted() ? "fails.misses" : "fails.diverges", updater, missed, Text.count(seeds, "seed"));
    }

    /** That one that is named as best fails on some seeds itself: "sgd itself diverges on 2 of 10 seeds."; or nothing. */
    Text itself(String updater, Object name) {
        return fails(
                        problem.ranking(),
                        updater,
                        name,
                        deciding.isCounted() ? "headline.itself.misses" : "headline.itself")
                .optional()
                .orElseGet(() -> fails(problem.finalRanking(), updater, name, "headline.itself"));
    }

    /**
     * That those who are called best, or alike, fail on some seeds themselves; of one alone how it does, and on how many.
     *
     * @param names of those that {@link #itself} has something to say of
     * @param said of them
     */
    static Text themselves(List<Text> names, List<Text> said) {
        return names.size() > 1
                ? Text.several("headline.themselves", names)
                : Text.sentences(said.toArray(Text[]::new));
    }

    private static Text fails(Ranking ranking, String updater, Object name, String key) {
        return ranking.place(updater)
                .filter(place -> place.reached() < place.seeds())
                .map(place -> Text.of(key, name, place.seeds() - place.reached(), Text.count(place.seeds(), "seed")))
                .orElse(Text.NONE);
    }

    /** That the factor of a pair is not that of the medians beside it in the table, where they are far apart; or nothing. */
    Text medians(Pair pair) {
        double medians = score(pair.other()) / score(pair.one());
        double apart = Math.max(pair.ratio() / medians, medians / pair.ratio());
        return pair.scale() == Scale.RATIO && Double.isFinite(apart) && apart > PUZZLING
                ? Text.of("apart.medians", pair.other(), pair.one(), Figures.brief(medians))
                : Text.NONE;
    }

    private double score(String updater) {
        return problem.ranking()
                .place(updater)
                .map(place -> place.score().median())
                .orElse(Double.NaN);
    }

    /** That the two predict as many rows right, where their losses decide: "Their test accuracies are equal in the median: 0.985."; or nothing. */
    Text sameShare(Pair pair) {
        Measure measure = deciding.measure();
        Metric share = measure.metric() == Metric.TEST_LOSS ? Metric.TEST_ACCURACY : Metric.ACCURACY;
        if (deciding.isCounted() || (measure.metric() != Metric.TEST_LOSS && measure.metric() != Metric.LOSS)) {
            return Text.NONE;
        }
        return median(pair.one(), share)
                .filter(one -> median(pair.other(), share).equals(Optional.of(one)))
                .map(one -> Text.of("headline.share", MeasureWords.metric(share), Figures.brief(one)))
                .orElse(Text.NONE);
    }

    private Optional<Double> median(String updater, Metric metric) {
        return problem.updater(updater)
                .flatMap(UpdaterSummary::chosen)
                .flatMap(trial -> trial.metric(metric))
                .map(Quartiles::median);
    }

    /** Whether an updater's loss is no further over the floor than rounding can tell, so that another's is known to be larger only by so much. */
    boolean isSolved(String updater) {
        return deciding.measure().isFinalLoss()
                && problem.ranking()
                        .place(updater)
                        .filter(place -> place.score().median() <= resolution)
                        .isPresent();
    }

    /** A statement with what it rests on, where it rests on a test: "… (95 % interval 1.3 to 1.41 times, p = 0.004)". */
    Text withEvidence(Text statement, Pair pair) {
        return Certainty.evidence(pair)
                .map(evidence -> Text.of("evidence.with", statement, evidence))
                .orElse(statement);
    }

    /** What it would take to tell. */
    Text wouldTake(Pair pair, Levels levels) {
        if (isTooFew(pair)) {
            return Text.of(
                    areSeedsEqual() ? "take.few.different" : "take.few",
                    Text.count(pair.seeds(), "seed"),
                    levels.enoughSeeds());
        }
        int seeds = seedsToTell(pair);
        return seeds == Integer.MAX_VALUE ? NEVER : Text.of("take.about", seeds);
    }

    /** What it would take to tell the first leader from all others, of whom one takes most. */
    Text wouldTakeAll(Pair hardest, String first) {
        int seeds = seedsToTell(hardest);
        return seeds == Integer.MAX_VALUE
                ? Text.of("take.all.never", first, hardest.one().equals(first) ? hardest.other() : hardest.one())
                : Text.of("take.all", first, seeds);
    }

    /**
     * What it would take to tell all of some pairs, of several problems.
     *
     * @param levels of the problem with most updaters
     */
    static Text wouldTake(List<Pair> pairs, Levels levels) {
        if (pairs.stream().allMatch(PairWords::isTooFew)) {
            return Text.of("take.few", Text.count(pairs.get(0).seeds(), "seed"), levels.enoughSeeds());
        }
        int seeds = pairs.stream()
                .mapToInt(pair -> isTooFew(pair) ? levels.enoughSeeds() : seedsToTell(pair))
                .max()
                .orElse(0);
        return seeds == Integer.MAX_VALUE ? NEVER : Text.of("take.problems", seeds);
    }

    /** Whether a step of the one was timed as a loop in Java and one of the other as native calls, so that their times say nothing. */
    static boolean isOnTwoScales(Pair pair) {
        return pair.untested().equals(Optional.of(Untested.TWO_SCALES));
    }

    private static boolean isTooFew(Pair pair) {
        return pair.untested().equals(Optional.of(Untested.TOO_FEW_SEEDS));
    }

    /** With how many seeds a pair could be told; the largest number if 100 would not do. */
    static int seedsToTell(Pair pair) {
        return pair.seedsToTell().filter(seeds -> seeds > 0).orElse(Integer.MAX_VALUE);
    }

    /** "1 %": the largest difference that counts as none. */
    Text margin() {
        String share = Figures.given(100 * problem.margin());
        return Text.of(
                deciding.scale() == Scale.DIFFERENCE ? Text.numbered("margin.points", share) : "margin.percent", share);
    }

    /** Whether there are more seeds than differ, so that more of them would not help. */
    private boolean areSeedsEqual() {
        return problem.trials().stream()
                .anyMatch(trial -> trial.runs().size() > problem.seeds().size());
    }

    /** {@code lower}, {@code higher} or {@code ahead}. */
    String better() {
        return deciding.isCounted() ? "ahead" : deciding.measure().metric().isBetterHigher() ? "higher" : "lower";
    }

    private static String percent(double ratio) {
        return Figures.about(100 * Math.abs(ratio - 1));
    }
}
