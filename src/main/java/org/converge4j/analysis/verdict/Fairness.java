package org.converge4j.analysis.verdict;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.Deciding;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.statistics.Levels;
import org.converge4j.analysis.verdict.Finding.Question;
import org.converge4j.experiment.EarlierReports.Look;
import org.converge4j.experiment.Experiment;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Text;

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
                        ? Text.sentences(Text.joined(effort(), chosenOn()), sofar(), onSameRows(), decades(), grids())
                        : Text.of("fair.untuned"));
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
                Text.of(
                        "fair.looks",
                        all,
                        reported(looks),
                        (int) Math.min(100, Math.round(all * 100 * Levels.ALL)),
                        (int) Math.round(100 * Levels.ALL),
                        Long.toString(last + 1))));
    }

    /** "3 trials on 5 seeds, then as 4 trials on 10 seeds". */
    private static Text reported(List<Look> looks) {
        return looks.stream()
                .map(look -> Text.of(
                        "fair.look",
                        Text.count(look.trials().size(), "trial"),
                        Text.count(look.seeds().size(), "seed")))
                .reduce((before, then) -> Text.of("fair.look.then", before, then))
                .orElse(Text.NONE);
    }

    private Text effort() {
        boolean same = updaters.stream()
                        .map(updater -> updater.trials().size())
                        .distinct()
                        .count()
                == 1;
        Text tried = Text.of(comparison.experiment().tuned().isEmpty() ? "fair.rates" : "fair.choices");
        return same
                ? Text.of("fair.same" + when(), updaters.get(0).trials().size(), tried)
                : Text.of(
                        "fair.unequal" + when(),
                        tried,
                        each(updater ->
                                Text.plain(Integer.toString(updater.trials().size()))));
    }

    /** What an unfinished experiment tries is its plan. */
    private String when() {
        return comparison.missing() > 0 ? ".ahead" : "";
    }

    /** That other settings may yet be chosen. */
    private Text sofar() {
        int runs = comparison.experiment().runs().size();
        return comparison.missing() > 0 ? Text.of("fair.sofar", runs - comparison.missing(), runs) : Text.NONE;
    }

    private Text chosenOn() {
        int tuning = comparison.experiment().tuningSeeds().size();
        int seeds = comparison.experiment().seeds().size();
        return tuning > 0
                ? Text.of(seeds == 1 ? "fair.apart.one" : "fair.apart", Text.count(tuning, "seed"), seeds)
                : Text.of("fair.together", Text.count(seeds, "seed"));
    }

    /** Seeds of their own do not make rows of their own: who chose by the test part has seen it. */
    private Text onSameRows() {
        return comparison.problems().stream()
                        .anyMatch(problem -> problem.deciding().measure().isOfTest() && !problem.isDividedBySeed())
                ? Text.of("fair.rows")
                : Text.NONE;
    }

    /** What is unfair about the widths of the grids; nothing if all are equally wide. */
    private Text decades() {
        double[] widths = updaters.stream()
                .filter(updater -> updater.trials().size() > 1)
                .mapToDouble(Fairness::decades)
                .sorted()
                .toArray();
        return widths[widths.length - 1] - widths[0] <= ROUNDING
                ? Text.NONE
                : Text.of("fair.widths", each(updater -> wide(Figures.about(decades(updater)))));
    }

    private static Text wide(String decades) {
        return Text.of(Text.numbered("fair.decades", decades), decades);
    }

    /** What was chosen and what competed, where more than learning rates were tried. */
    private Text grids() {
        Text words = new Grids(comparison.experiment()).words(comparison.missing() > 0 ? "ahead" : "past");
        return words.says() ? Text.of("sentence", words) : Text.NONE;
    }

    /** From the least to the greatest learning rate; the trials are in the order of their rates. */
    private static double decades(UpdaterSummary updater) {
        return Math.log10(rate(updater, updater.trials().size() - 1) / rate(updater, 0));
    }

    private static double rate(UpdaterSummary updater, int trial) {
        return updater.trials().get(trial).trial().updater().learningRate().orElse(1.0);
    }

    private Text each(Function<UpdaterSummary, Text> what) {
        return Text.commas(updaters.stream()
                .map(updater -> Text.of("fair.each", updater.name(), what.apply(updater)))
                .distinct()
                .toList());
    }
}
