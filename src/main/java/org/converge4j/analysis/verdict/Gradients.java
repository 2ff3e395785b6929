package org.converge4j.analysis.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.verdict.Finding.Question;
import org.converge4j.wording.Text;

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
        Text who = Text.commas(more.stream()
                .map(updater -> updater.name() + String.format(Locale.ROOT, " %.1f", gradients(updater)))
                .toList());
        String name = problem.problem().name();
        return Optional.of(new Finding(
                name,
                Question.CAUTION,
                problem.deciding().gradients().isPresent()
                        ? Text.of(
                                "note.gradients",
                                name,
                                who,
                                problem.deciding().gradients().getAsInt())
                        : Text.of("note.gradients.unfair", name, who)));
    }

    private static double gradients(UpdaterSummary updater) {
        return updater.chosen().map(TrialSummary::gradientsPerStep).orElse(1.0);
    }
}
