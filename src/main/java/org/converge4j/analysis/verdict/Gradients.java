package org.converge4j.analysis.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.verdict.Finding.Question;

/** That a step is not one gradient for every updater of a problem, and what follows for the comparison. */
final class Gradients {
    private Gradients() {}

    /** Nothing where it is. */
    static Optional<Finding> of(ProblemComparison problem) {
        List<UpdaterSummary> more = problem.updaters().stream()
                .filter(updater -> gradients(updater) != 1)
                .toList();
        if (more.isEmpty()) {
            return Optional.empty();
        }
        String name = problem.problem().name();
        String who = more.stream()
                .map(updater -> updater.name() + String.format(Locale.ROOT, " %.1f", gradients(updater)))
                .collect(Collectors.joining(", "));
        String what = problem.deciding().gradients().isPresent()
                ? "all are compared after as many gradients, "
                        + problem.deciding().gradients().getAsInt()
                        + " each, and targets count gradients; decideBy: finalLoss would count steps"
                : "they are compared step by step nevertheless, which is in their favour";
        return Optional.of(
                new Finding(name, Question.CAUTION, "Gradients a step on " + name + ": " + who + "; " + what + "."));
    }

    private static double gradients(UpdaterSummary updater) {
        return updater.chosen().map(TrialSummary::gradientsPerStep).orElse(1.0);
    }
}
