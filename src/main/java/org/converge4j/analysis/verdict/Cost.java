package org.converge4j.analysis.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.converge4j.analysis.Figures;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.verdict.Finding.Question;
import org.converge4j.result.Measurement;

/** What the updaters of a problem cost, in sentences. */
final class Cost {
    private final ProblemComparison problem;

    Cost(ProblemComparison problem) {
        this.problem = problem;
    }

    /** What a step of each costs and what each remembers; nothing before it was measured. */
    Optional<Finding> finding() {
        String name = problem.problem().name();
        String each = problem.updaters().stream()
                .flatMap(updater -> updater.chosen().flatMap(TrialSummary::measurement).stream()
                        .map(measurement -> updater.name() + " " + cost(measurement)))
                .collect(Collectors.joining("; "));
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        name,
                        Question.COST,
                        "What a step costs on " + name + ", and what the updater remembers: " + each + "."));
    }

    private static String cost(Measurement measurement) {
        String state = Figures.brief(measurement.stateBytesPerParameter()) + " bytes a parameter";
        return measurement.microsPerStep() > 0 ? Figures.about(measurement.microsPerStep()) + " µs, " + state : state;
    }

    /** "momentum needs half the state of adam", for the one of several that remembers least. */
    Optional<String> cheapest(List<String> names) {
        List<UpdaterSummary> known = problem.updaters().stream()
                .filter(updater ->
                        names.contains(updater.name()) && state(updater).isPresent())
                .sorted(Comparator.comparingDouble(updater -> state(updater).orElse(0)))
                .toList();
        if (known.size() < 2) {
            return Optional.empty();
        }
        UpdaterSummary least = known.get(0);
        double bytes = state(least).orElse(0);
        double next = state(known.get(1)).orElse(0);
        if (bytes == next) {
            return Optional.empty();
        }
        String share = bytes == 0 ? "no state" : 2 * bytes == next ? "half the state" : "less state";
        return Optional.of(least.name() + " needs " + share + " (" + Figures.brief(bytes) + " bytes a parameter, "
                + known.get(1).name() + " " + Figures.brief(next) + ")");
    }

    private static OptionalDouble state(UpdaterSummary updater) {
        return updater.chosen().flatMap(TrialSummary::measurement).stream()
                .mapToDouble(measurement -> measurement.stateBytesPerParameter())
                .findFirst();
    }
}
