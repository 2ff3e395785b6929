package org.converge4j.analysis.verdict;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.Deciding;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.statistics.Levels;
import org.converge4j.analysis.verdict.Finding.Question;
import org.converge4j.experiment.EarlierReports.Look;
import org.converge4j.experiment.Experiment;
import org.converge4j.wording.Figures;

/** How the settings that are compared were come by, in a sentence: with the same effort for all, or not. */
final class Fairness {
    /** Widths of grids, in decades, that differ by no more than this are the same. */
    private static final double ROUNDING = 0.01;

    private final Comparison comparison;
    private final List<UpdaterSummary> updaters;

    Fairness(Comparison comparison) {
        this.comparison = comparison;
        this.updaters = comparison.problems().stream()
                .flatMap(problem -> problem.updaters().stream())
                .filter(updater -> updater.trials().stream().noneMatch(TrialSummary::isGuest))
                .toList();
    }

    Finding finding() {
        boolean tuned = updaters.stream().anyMatch(updater -> updater.trials().size() > 1);
        return new Finding(
                "",
                Question.CAUTION,
                tuned
                        ? effort() + chosenOn() + decades() + grids()
                        : "Nothing was tuned: each updater ran at one choice of settings, so this compares settings as much as"
                                + " updaters.");
    }

    /** How often results have been looked at on the way to what is compared, and what that does to the chance to err. */
    Optional<Finding> looks() {
        List<Look> looks = comparison.looks();
        Experiment experiment = comparison.experiment();
        if (looks.isEmpty() || !Deciding.ranks(experiment)) {
            return Optional.empty();
        }
        int all = looks.size() + 1;
        long last =
                experiment.allSeeds().stream().mapToLong(Long::longValue).max().orElse(0);
        return Optional.of(new Finding(
                "",
                Question.CAUTION,
                "Look " + all + " at these seeds: they were reported before, as "
                        + looks.stream()
                                .map(look -> Figures.count(look.trials().size(), "trial") + " on "
                                        + Figures.count(look.seeds().size(), "seed"))
                                .collect(Collectors.joining(", then as "))
                        + ", and then the experiment was changed. Its claims may err in up to "
                        + Math.min(100, Math.round(all * 100 * Levels.ALL)) + " %, not "
                        + Math.round(100 * Levels.ALL) + " %; seeds from " + (last + 1)
                        + " on would make it one look."));
    }

    private String effort() {
        boolean same = updaters.stream()
                        .map(updater -> updater.trials().size())
                        .distinct()
                        .count()
                == 1;
        String tried = comparison.experiment().tuned().isEmpty() ? "learning rates" : "choices of settings";
        return same
                ? "Every updater was tried at " + updaters.get(0).trials().size() + " " + tried
                : "The updaters were not tried at the same number of " + tried + " ("
                        + each(updater -> Integer.toString(updater.trials().size())) + ")";
    }

    private String chosenOn() {
        int tuning = comparison.experiment().tuningSeeds().size();
        int seeds = comparison.experiment().seeds().size();
        return tuning > 0
                ? ", chosen on " + count(tuning) + " and reported on " + seeds + (seeds == 1 ? " other." : " others.")
                : ", chosen on the " + count(seeds) + " reported here, which flatters the winners.";
    }

    /** What is unfair about the widths of the grids; nothing if all are equally wide. */
    private String decades() {
        double[] widths = updaters.stream()
                .filter(updater -> updater.trials().size() > 1)
                .mapToDouble(Fairness::decades)
                .sorted()
                .toArray();
        return widths[widths.length - 1] - widths[0] <= ROUNDING
                ? ""
                : " Their grids are not equally wide ("
                        + each(updater -> Figures.about(decades(updater)) + " decades")
                        + "), which favours the widest.";
    }

    /** What was chosen and what competed, where more than learning rates were tried. */
    private String grids() {
        String words = new Grids(comparison.experiment()).words("were chosen", "competed");
        return words.isEmpty() ? "" : " " + words + ".";
    }

    /** From the least to the greatest learning rate; the trials are in the order of their rates. */
    private static double decades(UpdaterSummary updater) {
        return Math.log10(rate(updater, updater.trials().size() - 1) / rate(updater, 0));
    }

    private static double rate(UpdaterSummary updater, int trial) {
        return updater.trials().get(trial).trial().updater().learningRate().orElse(1.0);
    }

    private String each(Function<UpdaterSummary, String> what) {
        return updaters.stream()
                .map(updater -> updater.name() + " " + what.apply(updater))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String count(int seeds) {
        return seeds == 1 ? "seed" : seeds + " seeds";
    }
}
