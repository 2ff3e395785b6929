package org.converge4j.analysis.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.analysis.Measure;
import org.converge4j.analysis.Sameness;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.TrialSummary.TargetSummary;
import org.converge4j.analysis.change.TrialChange.Change;
import org.converge4j.analysis.change.TrialChange.Verdict;
import org.converge4j.analysis.statistics.Interval;
import org.converge4j.analysis.statistics.Levels;
import org.converge4j.analysis.statistics.PairedShift;
import org.converge4j.analysis.statistics.Scale;
import org.converge4j.analysis.verdict.MeasureWords;
import org.converge4j.experiment.training.Training;
import org.converge4j.result.RunRecord;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Language;

/** Judges one trial in two results folders, seed by seed. */
final class ChangeOfTrial {
    /** How far two initial losses of one seed may part, relatively, and still be one starting point. */
    private static final double SAME_START = 1e-5;

    private record Both(RunRecord base, RunRecord next) {
        boolean bothAnswer() {
            return base.isScorable() && next.isScorable();
        }

        /** Infinite for a run without an answer, which failed at everything. */
        static double score(Measure measure, RunRecord run) {
            return run.isScorable() ? measure.of(run) : Double.POSITIVE_INFINITY;
        }

        boolean isOneSeedWith(Both other) {
            return Sameness.isSame(base, other.base) && Sameness.isSame(next, other.next);
        }
    }

    /** The seeds' differences by a measure: ln(new / base). */
    private record Differences(Measure measure, double[] values, int failures, int successes) {
        boolean isNone() {
            return Arrays.stream(values).allMatch(d -> d == 0);
        }
    }

    private final TrialSummary base;
    private final double tolerance;
    private final List<Both> pairs;
    private final List<Differences> differences;

    ChangeOfTrial(TrialSummary base, TrialSummary next, double tolerance) {
        this.base = base;
        this.tolerance = Math.log1p(tolerance);
        this.pairs = pairs(base.runs(), next.runs());
        this.differences = notComparable().isPresent()
                ? List.of()
                : measures().stream().map(this::differences).toList();
    }

    /** Runs of one seed, of which one at least has an answer; seeds that do the same as another count once. */
    private static List<Both> pairs(List<RunRecord> base, List<RunRecord> next) {
        Map<Long, RunRecord> bySeed = new LinkedHashMap<>();
        base.forEach(run -> bySeed.put(run.spec().seed(), run));
        List<Both> pairs = new ArrayList<>();
        for (RunRecord run : next) {
            RunRecord other = bySeed.get(run.spec().seed());
            if (other != null && (other.isScorable() || run.isScorable())) {
                Both both = new Both(other, run);
                if (pairs.stream().noneMatch(both::isOneSeedWith)) {
                    pairs.add(both);
                }
            }
        }
        return pairs;
    }

    /** How many of its measures differ at all: the others need no test. */
    long tests() {
        return differences.stream().filter(d -> !d.isNone()).count();
    }

    /**
     * The verdict.
     *
     * @param tests of all trials together, which share 5 %
     */
    TrialChange judge(long tests) {
        Optional<String> foreign = notComparable();
        if (foreign.isPresent()) {
            return change(Verdict.NOT_COMPARABLE, foreign.get(), List.of());
        }
        double level = Levels.ALL / Math.max(1, tests);
        List<Change> changes = differences.stream().map(d -> change(d, level)).toList();
        return first(Verdict.WORSE, changes)
                .or(() -> first(Verdict.BETTER, changes))
                .or(() -> first(Verdict.CANNOT_TELL, changes))
                .orElseGet(
                        () -> change(Verdict.NO_DIFFERENCE, bothFail() ? "both diverge on every seed" : "", changes));
    }

    private boolean bothFail() {
        return pairs.stream()
                .allMatch(pair -> Double.isInfinite(Both.score(Measure.FINAL, pair.base()))
                        && Double.isInfinite(Both.score(Measure.FINAL, pair.next())));
    }

    private Optional<TrialChange> first(Verdict verdict, List<Change> changes) {
        return changes.stream()
                .filter(change -> change.verdict() == verdict)
                .findFirst()
                .map(change -> change(verdict, why(change), changes));
    }

    private Change change(Differences measured, double level) {
        PairedShift shift = new PairedShift(measured.values());
        Interval interval = measured.isNone() ? new Interval(0, 0) : shift.interval(level);
        Verdict verdict = interval.low() > tolerance
                ? Verdict.WORSE
                : interval.high() < -tolerance
                        ? Verdict.BETTER
                        : interval.isWithin(tolerance) ? Verdict.NO_DIFFERENCE : Verdict.CANNOT_TELL;
        return new Change(
                measured.measure()
                        .target()
                        .map(t -> "steps to " + MeasureWords.target(t).in(Language.EN))
                        .orElse("final excess"),
                verdict,
                measured.values().length,
                Math.exp(shift.estimate()),
                Scale.RATIO.shown(interval),
                measured.failures(),
                measured.successes(),
                verdict == Verdict.CANNOT_TELL ? seedsToTell(measured, shift, level) : Optional.empty());
    }

    private static Optional<Integer> seedsToTell(Differences measured, PairedShift shift, double level) {
        int seeds = measured.values().length;
        double share = 0.5 + 2 * Math.abs(shift.balance()) / (seeds * (seeds + 1.0));
        return Optional.of(new Levels(level, level).seedsToShow(seeds, share));
    }

    private static String why(Change change) {
        int failures = change.newFailures() - change.newSuccesses();
        String what = failures == 0
                ? change.measure() + " " + Figures.about(change.ratio()) + " times the base's"
                : change.measure() + ": " + Math.abs(failures) + " more of " + change.seeds() + " seeds "
                        + (failures > 0 ? "fail" : "succeed");
        return change.seedsToTell()
                .map(seeds -> what
                        + (seeds == 0
                                ? "; 100 seeds like these would not tell"
                                : "; about " + seeds + " seeds would tell"))
                .orElse(what);
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

    private Differences differences(Measure measure) {
        double[] values = new double[pairs.size()];
        int failures = 0;
        int successes = 0;
        for (int i = 0; i < values.length; i++) {
            double before = Both.score(measure, pairs.get(i).base());
            double after = Both.score(measure, pairs.get(i).next());
            values[i] = Scale.RATIO.difference(before, after);
            failures += Double.isFinite(before) && Double.isInfinite(after) ? 1 : 0;
            successes += Double.isInfinite(before) && Double.isFinite(after) ? 1 : 0;
        }
        return new Differences(measure, values, failures, successes);
    }

    private Optional<String> notComparable() {
        Optional<Both> known = pairs.stream().filter(Both::bothAnswer).findFirst();
        if (known.isEmpty()) {
            return Optional.of("no seed has an answer in both");
        }
        RunRecord before = known.get().base();
        RunRecord after = known.get().next();
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
        return pairs.stream().filter(Both::bothAnswer).allMatch(ChangeOfTrial::startAlike)
                ? Optional.empty()
                : Optional.of("the starting points differ");
    }

    private static boolean startAlike(Both pair) {
        double before = pair.base().curve().first();
        double after = pair.next().curve().first();
        return Math.abs(before - after) <= SAME_START * Math.abs(before);
    }

    private TrialChange change(Verdict verdict, String why, List<Change> changes) {
        return new TrialChange(base.trial().problem().name(), base.trial().label(), verdict, why, changes);
    }
}
