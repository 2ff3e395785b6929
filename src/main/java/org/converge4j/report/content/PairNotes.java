package org.converge4j.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.converge4j.analysis.Measure;
import org.converge4j.analysis.Pair;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.statistics.Interval;
import org.converge4j.report.content.PageData.PairData;
import org.converge4j.result.RunRecord;

/** Pairs of updaters, seed by seed, with the verdict of the test in words. */
public final class PairNotes {
    private PairNotes() {}

    public static List<PairData> of(ProblemComparison problem) {
        return problem.finalRanking().pairs().stream()
                .map(pair -> note(problem, pair))
                .toList();
    }

    private static PairData note(ProblemComparison problem, Pair pair) {
        Map<Long, Double> one = scores(problem, pair.one());
        Map<Long, Double> other = scores(problem, pair.other());
        List<Long> seeds = new ArrayList<>(one.keySet());
        seeds.retainAll(other.keySet());
        return new PairData(
                pair.one(),
                pair.other(),
                verdict(pair),
                seeds,
                seeds.stream()
                        .mapToDouble(seed -> other.getOrDefault(seed, 0.0) / one.getOrDefault(seed, 0.0))
                        .toArray());
    }

    private static Map<Long, Double> scores(ProblemComparison problem, String updater) {
        Map<Long, Double> scores = new TreeMap<>();
        problem.updater(updater).flatMap(UpdaterSummary::chosen).map(TrialSummary::runs).orElse(List.of()).stream()
                .filter(RunRecord::isAnswer)
                .forEach(run -> scores.put(run.spec().seed(), Measure.FINAL.of(run)));
        return scores;
    }

    private static String verdict(Pair pair) {
        if (pair.untested().isPresent()) {
            return switch (pair.untested().get()) {
                case NEITHER_SUCCEEDED -> "not tested: neither kept from diverging";
                case TOO_FEW_SEEDS -> "not tested: too few independent seeds";
            };
        }
        String ratio = pair.ratio() == 1
                ? "both end alike"
                : pair.other() + " ends " + Numbers.brief(pair.ratio()) + " times as high"
                        + pair.interval().map(PairNotes::interval).orElse("");
        String p = pair.test()
                .map(test -> "; p " + Numbers.probability(test.adjusted()) + " (Wilcoxon, Holm)")
                .orElse("");
        return (pair.isApart() ? "apart: " : "tied: ") + ratio + p;
    }

    private static String interval(Interval interval) {
        return " (95 %: " + Numbers.brief(interval.low()) + " – " + Numbers.brief(interval.high()) + ")";
    }
}
