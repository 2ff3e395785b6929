package org.converge4j.report.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.statistics.Pair;
import org.converge4j.analysis.verdict.PairWords;
import org.converge4j.report.content.PageData.PairData;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;

/** Pairs of updaters, seed by seed, with the verdict of the test in words; none of two that diverge on every seed. */
public final class PairNotes {
    private PairNotes() {}

    public static List<PairData> of(ProblemComparison problem) {
        PairWords words = new PairWords(problem);
        Map<String, Map<Long, Double>> scores = new HashMap<>();
        problem.ranking().places().forEach(place -> scores.put(place.updater(), scores(problem, place.updater())));
        return problem.ranking().pairs().stream()
                .filter(pair -> !isGone(problem, pair.one()) || !isGone(problem, pair.other()))
                .map(pair -> note(
                        pair,
                        words,
                        scores.getOrDefault(pair.one(), Map.of()),
                        scores.getOrDefault(pair.other(), Map.of())))
                .toList();
    }

    private static PairData note(Pair pair, PairWords words, Map<Long, Double> one, Map<Long, Double> other) {
        List<Long> seeds = new ArrayList<>(one.keySet());
        seeds.retainAll(other.keySet());
        return new PairData(
                pair.one(),
                pair.other(),
                pair.verdict().name(),
                words.verdict(pair),
                pair.wins(),
                pair.losses(),
                seeds,
                seeds.stream()
                        .mapToDouble(seed -> ratio(other.getOrDefault(seed, 0.0), one.getOrDefault(seed, 0.0)))
                        .toArray());
    }

    /** Two that have both failed, or both nothing left, are as good as each other. */
    private static double ratio(double other, double one) {
        double ratio = other / one;
        return Double.isNaN(ratio) ? 1 : ratio;
    }

    private static Map<Long, Double> scores(ProblemComparison problem, String updater) {
        Map<Long, Double> scores = new TreeMap<>();
        runs(problem, updater).stream()
                .filter(RunRecord::isAnswer)
                .forEach(run -> scores.put(
                        run.spec().seed(), problem.deciding().measure().of(run)));
        return scores;
    }

    private static boolean isGone(ProblemComparison problem, String updater) {
        return runs(problem, updater).stream().allMatch(run -> run.outcome() == Outcome.DIVERGED);
    }

    /** Those at its chosen settings. */
    private static List<RunRecord> runs(ProblemComparison problem, String updater) {
        return problem.updater(updater)
                .flatMap(UpdaterSummary::chosen)
                .map(TrialSummary::runs)
                .orElse(List.of());
    }
}
