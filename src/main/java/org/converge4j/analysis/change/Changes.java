package org.converge4j.analysis.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.experiment.Trial;

/**
 * What became of the trials of one results folder in another; trials are matched by problem name and label, and where the other has
 * no such label and nobody gave it, by equal settings: which of them a label names follows from what else a file lists. The tests
 * of all trials and measures that differ at all share 5 %.
 *
 * @param trials those present in both, in the order of the first
 * @param gone trials only the first has: "problem, label"
 * @param added trials only the second has
 */
public record Changes(List<TrialChange> trials, List<String> gone, List<String> added) {
    /** Whether anything was compared. */
    public boolean isComparison() {
        return trials.stream().anyMatch(trial -> trial.verdict() != TrialChange.Verdict.NOT_COMPARABLE);
    }

    /** Whether any trial became worse. */
    public boolean isRegression() {
        return trials.stream().anyMatch(trial -> trial.verdict() == TrialChange.Verdict.WORSE);
    }

    /**
     * Compares two experiments' comparisons.
     *
     * @param tolerance the relative change of a score that is of no interest, such as 0.05
     */
    public static Changes between(Comparison base, Comparison next, double tolerance) {
        List<TrialSummary> before = trials(base);
        List<TrialSummary> after = trials(next);
        List<Match> matches = matches(before, after);
        List<ChangeOfTrial> both = matches.stream()
                .map(match -> new ChangeOfTrial(match.old(), match.now(), tolerance))
                .toList();
        long tests = both.stream().mapToLong(ChangeOfTrial::tests).sum();
        return new Changes(
                both.stream().map(change -> change.judge(tests)).toList(),
                names(missing(before, matches.stream().map(Match::old).toList())),
                names(missing(after, matches.stream().map(Match::now).toList())));
    }

    private static List<TrialSummary> trials(Comparison comparison) {
        return comparison.problems().stream().flatMap(p -> p.trials().stream()).toList();
    }

    /** A trial of the one and what it is in the other. */
    private record Match(TrialSummary old, TrialSummary now) {}

    private static List<Match> matches(List<TrialSummary> before, List<TrialSummary> after) {
        List<TrialSummary> unnamed = missing(after, before);
        List<Match> matches = new ArrayList<>();
        for (TrialSummary old : before) {
            after.stream()
                    .filter(now -> name(now).equals(name(old)))
                    .findFirst()
                    .or(() -> unnamed.stream()
                            .filter(now -> hasSameSettings(now, old))
                            .findFirst())
                    .ifPresent(now -> matches.add(new Match(old, now)));
        }
        return matches;
    }

    private static boolean hasSameSettings(TrialSummary one, TrialSummary other) {
        return isNamedBySettings(one.trial())
                && isNamedBySettings(other.trial())
                && one.trial().problem().name().equals(other.trial().problem().name())
                && one.trial().updater().equals(other.trial().updater())
                && one.trial().common().equals(other.trial().common());
    }

    /** Whether its label is its variant, with settings or without, and none of a file's own. */
    private static boolean isNamedBySettings(Trial trial) {
        String variant = trial.updater().variant();
        return trial.label().equals(variant) || trial.label().startsWith(variant + " ");
    }

    /** The trials of some whose names none of others has. */
    private static List<TrialSummary> missing(List<TrialSummary> of, List<TrialSummary> in) {
        Set<String> there = in.stream().map(Changes::name).collect(Collectors.toSet());
        return of.stream().filter(trial -> !there.contains(name(trial))).toList();
    }

    private static List<String> names(List<TrialSummary> trials) {
        return trials.stream().map(Changes::name).toList();
    }

    private static String name(TrialSummary trial) {
        return trial.trial().problem().name() + ", " + trial.trial().label();
    }
}
