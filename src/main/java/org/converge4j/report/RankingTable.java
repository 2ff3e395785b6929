package org.converge4j.report;

import java.util.List;
import java.util.stream.Stream;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.Ranking.Place;
import org.converge4j.analysis.TrialSummary.TargetSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.UpdaterSummary.Edge;

/** The updaters of a problem by rank, each at its chosen settings. */
final class RankingTable {
    private RankingTable() {}

    static List<String> headings() {
        return List.of(
                "rank",
                "updater",
                "learning rate chosen",
                "rates tried",
                "final excess [95 % interval of the median]",
                "hardest target: reached, median steps",
                "decades of rate within twice the best");
    }

    /** A row for each updater that has an answer. */
    static Stream<List<String>> rows(ProblemComparison problem) {
        return problem.finalRanking().places().stream()
                .flatMap(place -> problem.updater(place.updater()).stream().map(updater -> row(place, updater)));
    }

    private static List<String> row(Place place, UpdaterSummary updater) {
        return List.of(
                place.first() == place.last() ? Integer.toString(place.first()) : place.first() + "–" + place.last(),
                place.updater(),
                updater.chosen()
                                .flatMap(trial -> trial.trial().updater().learningRate())
                                .map(Numbers::brief)
                                .orElse("–")
                        + (updater.edge() == Edge.NONE ? "" : " (edge: not tuned)"),
                Integer.toString(updater.trials().size()),
                Numbers.brief(place.score().median())
                        + place.interval()
                                .map(i -> " [" + Numbers.brief(i.low()) + ", " + Numbers.brief(i.high()) + "]")
                                .orElse(""),
                updater.chosen().map(trial -> target(trial.targets())).orElse("–"),
                updater.sensitivity()
                        .map(s -> (s.open() ? "at least " : "") + Numbers.brief(s.width()))
                        .orElse("–"));
    }

    private static String target(List<TargetSummary> targets) {
        if (targets.isEmpty()) {
            return "–";
        }
        TargetSummary hardest = targets.get(targets.size() - 1);
        return hardest.reached() + "/" + hardest.of()
                + hardest.steps().map(s -> ", " + Numbers.brief(s.median())).orElse("");
    }
}
