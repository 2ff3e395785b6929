package org.converge4j.analysis.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.experiment.Experiment;

/** What a reader of a problem's answer must know beside it: what decided, what counted as one, and what failed. */
final class AnswerNotes {
    private final Experiment experiment;
    private final ProblemComparison problem;
    private final String name;

    AnswerNotes(Comparison comparison, ProblemComparison problem) {
        this.experiment = comparison.experiment();
        this.problem = problem;
        this.name = problem.problem().name();
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (problem.deciding().ranks() && !problem.ranking().pairs().isEmpty()) {
            sentences.add("What decides on " + name + ": "
                    + MeasureWords.of(problem.deciding(), problem.floor().isPresent()) + ", "
                    + problem.deciding().reason() + "; differences below "
                    + new PairWords(problem).margin() + " count as none (alike).");
        }
        problem.ranking()
                .twins()
                .forEach((twin, first) -> sentences.add(twin + " and " + first + " are one rule on " + name
                        + ": their curves are equal on every seed. They count as one."));
        long recorded = experiment.seeds().size();
        int different = problem.seeds().size();
        if (different < recorded && !problem.ranking().places().isEmpty()) {
            sentences.add("The " + recorded + " seeds of " + name + " give "
                    + (different == 1 ? "one curve" : different + " different curves")
                    + " only for each updater: they count as "
                    + (different == 1 ? "one seed." : different + " seeds."));
        }
        String failed = problem.finalRanking().places().stream()
                .filter(place -> place.reached() < place.seeds())
                .map(place -> place.updater() + " on " + (place.seeds() - place.reached()) + " of " + place.seeds()
                        + " seeds")
                .collect(Collectors.joining(", "));
        if (!failed.isEmpty()) {
            sentences.add("On " + name + ", at the chosen settings, these diverged: " + failed + ".");
        }
        return sentences;
    }
}
