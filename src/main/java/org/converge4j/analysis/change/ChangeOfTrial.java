package org.converge4j.analysis.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.analysis.Figures;
import org.converge4j.analysis.Measure;
import org.converge4j.analysis.TrialSummaries;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.TrialSummary.TargetSummary;
import org.converge4j.analysis.change.TrialChange.Change;
import org.converge4j.analysis.change.TrialChange.Verdict;
import org.converge4j.analysis.statistics.BootstrapMedian;
import org.converge4j.analysis.statistics.Interval;
import org.converge4j.analysis.verdict.Findings;
import org.converge4j.experiment.training.Training;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;

/** Judges one trial in two results folders, seed by seed. */
final class ChangeOfTrial {
    /** How far two initial losses of one seed may part, relatively, and still be one starting point. */
    private static final double SAME_START = 1e-5;

    private record Both(RunRecord base, RunRecord next) {}

    private final TrialSummary base;
    private final TrialSummary next;
    private final double tolerance;
    private final List<Both> pairs;

    ChangeOfTrial(TrialSummary base, TrialSummary next, double tolerance) {
        this.base = base;
        this.next = next;
        this.tolerance = tolerance;
        this.pairs = pairs(base.runs(), next.runs());
    }

    private static List<Both> pairs(List<RunRecord> base, List<RunRecord> next) {
        Map<Long, RunRecord> bySeed = new LinkedHashMap<>();
        TrialSummaries.answers(base).forEach(run -> bySeed.put(run.spec().seed(), run));
        List<Both> pairs = new ArrayList<>();
        for (RunRecord run : TrialSummaries.answers(next)) {
            RunRecord other = bySeed.get(run.spec().seed());
            if (other != null) {
                pairs.add(new Both(other, run));
            }
        }
        return pairs;
    }

    TrialChange judge() {
        Optional<String> foreign = notComparable();
        if (foreign.isPresent()) {
            return change(Verdict.NOT_COMPARABLE, foreign.get(), List.of());
        }
        int lost = failed(next) - failed(base);
        List<Change> changes = measures().stream().map(this::change).toList();
        if (lost > 0) {
            return change(Verdict.WORSE, lost + " more of its runs failed", changes);
        }
        boolean same = changes.stream().allMatch(c -> c.ratio() == 1 && c.newFailures() + c.newSuccesses() == 0);
        if (pairs.size() < BootstrapMedian.LEAST && !same) {
            return change(
                    Verdict.NOT_COMPARABLE,
                    "found " + pairs.size() + " seeds with an answer in both; an interval needs "
                            + BootstrapMedian.LEAST,
                    changes);
        }
        return first(Verdict.WORSE, changes)
                .or(() -> first(Verdict.BETTER, changes))
                .orElseGet(() -> change(Verdict.NO_DIFFERENCE, "", changes));
    }

    private Optional<TrialChange> first(Verdict verdict, List<Change> changes) {
        return changes.stream()
                .filter(change -> verdict(change) == verdict)
                .findFirst()
                .map(change -> change(verdict, why(change), changes));
    }

    private Verdict verdict(Change change) {
        int failures = change.newFailures() - change.newSuccesses();
        double low = change.interval().map(Interval::low).orElse(1.0);
        double high = change.interval().map(Interval::high).orElse(1.0);
        if (failures > 0 || low > 1 + tolerance) {
            return Verdict.WORSE;
        }
        return failures < 0 || high < 1 / (1 + tolerance) ? Verdict.BETTER : Verdict.NO_DIFFERENCE;
    }

    private static String why(Change change) {
        int failures = change.newFailures() - change.newSuccesses();
        String ratio = change.measure() + " " + Figures.about(change.ratio()) + " times the base's";
        return failures == 0
                ? ratio
                : change.measure() + ": " + Math.abs(failures) + " more of " + change.seeds() + " seeds "
                        + (failures > 0 ? "fail" : "succeed");
    }

    /** The final excess, and the hardest target that any run of either reached. */
    private List<Measure> measures() {
        List<Measure> measures = new ArrayList<>(List.of(Measure.FINAL));
        for (int i = base.targets().size() - 1; i >= 0 && measures.size() == 1; i--) {
            TargetSummary target = base.targets().get(i);
            if (target.reached() > 0) {
                measures.add(Measure.stepsTo(target.target()));
            }
        }
        return measures;
    }

    private Change change(Measure measure) {
        double[] differences = new double[pairs.size()];
        int failures = 0;
        int successes = 0;
        for (int i = 0; i < differences.length; i++) {
            double before = measure.of(pairs.get(i).base());
            double after = measure.of(pairs.get(i).next());
            differences[i] = before == after ? 0 : Math.log(after) - Math.log(before);
            failures += Double.isFinite(before) && Double.isInfinite(after) ? 1 : 0;
            successes += Double.isInfinite(before) && Double.isFinite(after) ? 1 : 0;
        }
        return new Change(
                measure.target().map(t -> "steps to " + Findings.words(t)).orElse("final excess"),
                differences.length,
                Math.exp(BootstrapMedian.median(differences)),
                BootstrapMedian.interval(differences).map(i -> new Interval(Math.exp(i.low()), Math.exp(i.high()))),
                failures,
                successes);
    }

    private Optional<String> notComparable() {
        if (pairs.isEmpty()) {
            return Optional.of("no seed has an answer in both");
        }
        RunRecord before = pairs.get(0).base();
        RunRecord after = pairs.get(0).next();
        if (!before.facts().dataHash().equals(after.facts().dataHash())) {
            return Optional.of("the data differ");
        }
        Training trained = before.spec().trial().training();
        Training now = after.spec().trial().training();
        if (!trained.budget().equals(now.budget())) {
            return Optional.of("the budgets differ");
        }
        if (trained.batch() != now.batch() || trained.precision() != now.precision()) {
            return Optional.of("batch or precision differs");
        }
        return pairs.stream().allMatch(ChangeOfTrial::startAlike)
                ? Optional.empty()
                : Optional.of("the starting points differ");
    }

    private static boolean startAlike(Both pair) {
        double before = pair.base().curve().first();
        double after = pair.next().curve().first();
        return Math.abs(before - after) <= SAME_START * Math.abs(before);
    }

    private static int failed(TrialSummary trial) {
        return trial.outcomes().getOrDefault(Outcome.FAILED, 0);
    }

    private TrialChange change(Verdict verdict, String why, List<Change> changes) {
        return new TrialChange(base.trial().problem().name(), base.trial().label(), verdict, why, changes);
    }
}
