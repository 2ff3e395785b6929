package org.converge4j.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.wording.Figures;

/** What a picture of a loss surface shows, by which rule its learning rates were chosen, and what it does not say. */
final class LandscapeNotes {
    private LandscapeNotes() {}

    static List<String> of(ProblemComparison problem, long seed, Optional<String> source) {
        List<String> notes = new ArrayList<>();
        notes.add(
                problem.problem().function().isPresent()
                        ? "Contours of the function on a logarithmic scale, and the path of seed " + seed
                                + " under each updater. The cross is the start, stars are minima."
                        : "Contours of the loss on a plane through the least-squares solution, along principal axes of its"
                                + " curvature, on a logarithmic scale, and the path of seed " + seed
                                + " under each updater, projected onto it. The cross is the start, the star is the solution.");
        source.ifPresent(text -> notes.add(Character.toUpperCase(text.charAt(0)) + text.substring(1) + "."));
        notes.add(rule(problem));
        notes.add(
                "Pictures do not rank: another start, budget or grid of rates gives another picture. The ranking above"
                        + " is over all seeds.");
        return List.copyOf(notes);
    }

    /** How the learning rate of each path was chosen. */
    private static String rule(ProblemComparison problem) {
        List<List<String>> grids = problem.updaters().stream()
                .map(LandscapeNotes::rates)
                .filter(rates -> !rates.isEmpty())
                .distinct()
                .toList();
        if (grids.stream().allMatch(rates -> rates.size() == 1)) {
            return "Each updater has the one learning rate that the experiment gives it.";
        }
        String tried = grids.size() == 1
                ? "Every updater was tried at the same " + grids.get(0).size() + " learning rates, "
                        + grids.get(0).get(0) + " to "
                        + grids.get(0).get(grids.get(0).size() - 1)
                : "Each updater was tried at the learning rates of its own grid";
        return tried
                + "; drawn is the one that ends lowest in the median over the seeds, all other settings as the experiment"
                + " has them.";
    }

    private static List<String> rates(UpdaterSummary updater) {
        return updater.trials().stream()
                .map(TrialSummary::trial)
                .flatMap(trial -> trial.updater().learningRate().stream())
                .map(Figures::given)
                .toList();
    }
}
