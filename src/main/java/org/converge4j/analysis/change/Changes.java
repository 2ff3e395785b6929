package org.converge4j.analysis.change;

import java.util.List;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.TrialSummary;

/**
 * What became of the trials of one results folder in another; trials are matched by problem name and label. The tests of all
 * trials and measures that differ at all share 5 %.
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
        List<ChangeOfTrial> both = before.stream()
                .flatMap(old -> after.stream()
                        .filter(now -> name(now).equals(name(old)))
                        .map(now -> new ChangeOfTrial(old, now, tolerance)))
                .toList();
        long tests = both.stream().mapToLong(ChangeOfTrial::tests).sum();
        return new Changes(
                both.stream().map(change -> change.judge(tests)).toList(),
                missing(before, after),
                missing(after, before));
    }

    private static List<TrialSummary> trials(Comparison comparison) {
        return comparison.problems().stream().flatMap(p -> p.trials().stream()).toList();
    }

    private static List<String> missing(List<TrialSummary> of, List<TrialSummary> in) {
        List<String> there = in.stream().map(Changes::name).toList();
        return of.stream()
                .map(Changes::name)
                .filter(name -> !there.contains(name))
                .toList();
    }

    private static String name(TrialSummary trial) {
        return trial.trial().problem().name() + ", " + trial.trial().label();
    }
}
