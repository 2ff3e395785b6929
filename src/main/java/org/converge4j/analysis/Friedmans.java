package org.converge4j.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.converge4j.analysis.Ranking.Place;
import org.converge4j.analysis.statistics.Friedman;

/** Sets up Friedman's test over an experiment's problems. */
final class Friedmans {
    private Friedmans() {}

    /** Of the median of what decides, of every updater that has one on every problem; nothing where nothing is ranked. */
    static Optional<Friedman> across(List<ProblemComparison> problems) {
        if (problems.stream().anyMatch(problem -> !problem.deciding().ranks())) {
            return Optional.empty();
        }
        List<Set<String>> ranked = problems.stream()
                .map(problem ->
                        problem.ranking().places().stream().map(Place::updater).collect(Collectors.toSet()))
                .toList();
        List<String> everywhere = problems.stream()
                .limit(1)
                .flatMap(problem -> problem.updaters().stream())
                .map(UpdaterSummary::name)
                .filter(name -> ranked.stream().allMatch(names -> names.contains(name)))
                .filter(name -> !problems.stream()
                        .allMatch(problem -> problem.ranking().twins().containsKey(name)))
                .toList();
        double[][] scores = problems.stream()
                .map(problem -> everywhere.stream()
                        .mapToDouble(name -> median(problem, name))
                        .toArray())
                .toArray(double[][]::new);
        return Friedman.of(everywhere, scores);
    }

    private static double median(ProblemComparison problem, String updater) {
        return problem.ranking()
                .place(updater)
                .map(place -> place.score().median())
                .orElse(Double.POSITIVE_INFINITY);
    }
}
