package org.converge4j.analysis.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.converge4j.analysis.Figures;
import org.converge4j.analysis.Pair;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.Ranking;
import org.converge4j.analysis.Ranking.Place;
import org.converge4j.analysis.UpdaterSummary.Edge;
import org.converge4j.analysis.verdict.Finding.Question;

/** What trying showed on one problem, in sentences. */
final class Verdict {
    private final ProblemComparison problem;
    private final String name;
    private final Ranking ranking;

    Verdict(ProblemComparison problem) {
        this.problem = problem;
        this.name = problem.problem().name();
        this.ranking = problem.finalRanking();
    }

    List<Finding> findings() {
        List<String> sentences = new ArrayList<>();
        if (ranking.places().size() > 1) {
            sentences.add(answer());
            fastest().ifPresent(sentences::add);
        }
        failures().ifPresent(sentences::add);
        return sentences.stream()
                .map(sentence -> new Finding(name, Question.TRIAL, sentence))
                .toList();
    }

    private String answer() {
        List<Place> leaders =
                ranking.places().stream().filter(p -> p.first() == 1).toList();
        List<String> names = leaders.stream().map(Place::updater).toList();
        if (ranking.pairs().stream().anyMatch(p -> p.untested().equals(Optional.of(Pair.Untested.TOO_FEW_SEEDS)))) {
            return "On " + name + " " + ranking.places().get(0).updater()
                    + " has the least median, but fewer than 5 independent seeds tell nothing about chance: no order is claimed.";
        }
        if (leaders.stream().allMatch(place -> Double.isInfinite(place.score().median()))) {
            return "On " + name + " no updater keeps from diverging on most seeds.";
        }
        return leaders.size() == 1 ? sole(leaders.get(0)) : tied(names);
    }

    private String sole(Place leader) {
        String claim = isAtEdge(leader.updater())
                ? leader.updater() + " comes first on " + name
                        + ", though at the edge of its grid, so it is not called the best: "
                : leader.updater() + " ends best on " + name + ": ";
        Pair next = ranking.pairs().stream()
                .filter(pair -> pair.one().equals(leader.updater()))
                .findFirst()
                .orElseThrow();
        return claim
                + (Double.isInfinite(next.ratio())
                        ? next.other() + ", the next, diverges on most seeds" + tested(next) + "."
                        : "the " + score() + " of " + next.other() + ", the next, is " + times(next) + ".");
    }

    private String tied(List<String> names) {
        double p = ranking.pairs().stream()
                .filter(pair -> names.contains(pair.one()) && names.contains(pair.other()))
                .flatMap(pair -> pair.test().stream())
                .mapToDouble(Pair.Test::adjusted)
                .min()
                .orElse(1);
        return join(names) + " are tied on " + name + " by " + score() + " (no difference shown, smallest p = "
                + Figures.about(p)
                + " after Holm)"
                + new Cost(problem).cheapest(names).map(c -> "; " + c).orElse("") + ".";
    }

    /** By the hardest target at which one updater is ahead of all others for certain. */
    private Optional<String> fastest() {
        for (int i = problem.rankings().size() - 1; i > 0; i--) {
            Ranking steps = problem.rankings().get(i);
            List<Place> leaders =
                    steps.places().stream().filter(p -> p.first() == 1).toList();
            if (leaders.size() == 1
                    && steps.places().size() > 1
                    && steps.measure().target().isPresent()) {
                Place first = leaders.get(0);
                Pair next = steps.pairs().stream()
                        .filter(pair -> pair.one().equals(first.updater()))
                        .findFirst()
                        .orElseThrow();
                return Optional.of(first.updater() + " is the fastest to "
                        + Findings.words(steps.measure().target().get()) + " on " + name + ": "
                        + Figures.brief(first.score().median()) + " steps (median, " + first.reached() + "/"
                        + first.seeds() + " seeds); " + next.other() + ", the next, "
                        + (Double.isInfinite(next.ratio())
                                ? "misses it on most seeds" + tested(next)
                                : "takes " + times(next))
                        + ".");
            }
        }
        return Optional.empty();
    }

    private Optional<String> failures() {
        String failed = ranking.places().stream()
                .filter(place -> place.reached() < place.seeds())
                .map(place -> place.updater() + " on " + (place.seeds() - place.reached()) + " of " + place.seeds()
                        + " seeds")
                .collect(Collectors.joining(", "));
        return failed.isEmpty()
                ? Optional.empty()
                : Optional.of("On " + name + ", at the chosen settings, these diverged: " + failed + ".");
    }

    /** What the updaters are ranked by: where no floor is known, there is no excess. */
    private String score() {
        return problem.floor().isPresent() ? "final excess" : "final loss";
    }

    private boolean isAtEdge(String updater) {
        return problem.updater(updater).map(u -> u.edge() != Edge.NONE).orElse(false);
    }

    /** "3.4 times as much (95 % interval 2.1 to 5, 10 seeds, p = 0.0039 after Holm)". */
    private static String times(Pair pair) {
        return Figures.brief(pair.ratio()) + " times as much"
                + pair.interval()
                        .map(i -> " (95 % interval " + Figures.brief(i.low()) + " to " + Figures.brief(i.high()) + ", "
                                + pair.seeds() + " seeds, p = "
                                + Figures.about(
                                        pair.test().map(Pair.Test::adjusted).orElse(1.0)) + " after Holm)")
                        .orElse("");
    }

    /** " (10 seeds, p = 0.0039 after Holm)", or nothing where no test was made. */
    private static String tested(Pair pair) {
        return pair.test()
                .map(test -> " (" + pair.seeds() + " seeds, p = " + Figures.about(test.adjusted()) + " after Holm)")
                .orElse("");
    }

    static String join(List<String> names) {
        return names.size() == 1
                ? names.get(0)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
