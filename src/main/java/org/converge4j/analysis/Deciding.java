package org.converge4j.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.converge4j.analysis.statistics.Scale;
import org.converge4j.experiment.DecideBy;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Target;
import org.converge4j.result.Evenly;
import org.converge4j.result.RunRecord;

/**
 * What decides a problem.
 *
 * @param measure of each run
 * @param timed whether its steps are multiplied by what a step costs
 * @param ranks whether anything is ranked at all
 * @param reason why this decides
 * @param gradients after how many every run is looked at, and which are counted instead of steps; nothing where a step is one gradient
 *     in all runs, or where the experiment says what decides
 */
public record Deciding(Measure measure, boolean timed, boolean ranks, Reason reason, OptionalInt gradients) {
    /** Why something decides. */
    public enum Reason {
        /** The experiment says so. */
        SAID,
        /** Runs stop there. */
        STOPPING,
        /** It is the only target. */
        ONLY_TARGET,
        /** There is a test part. */
        TEST_PART,
        /** There is neither a single target nor a test part. */
        FINAL,
        /** All end solved, and it is the hardest target that all reach. */
        SOLVED
    }

    private Deciding(Measure measure, boolean timed, boolean ranks, Reason reason) {
        this(measure, timed, ranks, reason, OptionalInt.empty());
    }

    /** What is counted: {@code step} or {@code gradient}. */
    public String unit() {
        return gradients.isPresent() ? "gradient" : "step";
    }

    /** What the experiment says, or what follows from its other keys and from what was measured. */
    static Deciding of(Experiment experiment, List<TrialSummary> trials, Evenly evenly) {
        Deciding by = experiment.decideBy().map(Deciding::said).orElseGet(() -> byRule(experiment, trials));
        return by.counting(evenly);
    }

    private Deciding counting(Evenly evenly) {
        return new Deciding(measure, timed, ranks, reason, evenly.gradients());
    }

    /** Whether an experiment ranks at all. */
    public static boolean ranks(Experiment experiment) {
        return experiment
                .decideBy()
                .map(by -> by.kind() != DecideBy.Kind.NOTHING)
                .orElse(true);
    }

    private static Deciding said(DecideBy by) {
        Measure measure = switch (by.kind()) {
            case FINAL, NOTHING -> Measure.at(Measure.Kind.FINAL, by.metric());
            case BEST -> Measure.at(Measure.Kind.BEST, by.metric());
            case STEPS, TIME -> Measure.stepsTo(by.target().orElseThrow());
        };
        return new Deciding(measure, by.kind() == DecideBy.Kind.TIME, by.kind() != DecideBy.Kind.NOTHING, Reason.SAID);
    }

    private static Deciding byRule(Experiment experiment, List<TrialSummary> trials) {
        Optional<Target> stop = experiment.trials().stream()
                .flatMap(trial -> trial.training().stopping().at().stream())
                .findFirst();
        if (stop.isPresent()) {
            return steps(stop.get(), Reason.STOPPING);
        }
        if (experiment.targets().size() == 1 && isKnown(experiment.targets().get(0), trials)) {
            return steps(experiment.targets().get(0), Reason.ONLY_TARGET);
        }
        boolean tested = trials.stream()
                .flatMap(trial -> trial.runs().stream())
                .anyMatch(run -> run.metrics().values().containsKey(Metric.TEST_LOSS));
        return tested
                ? new Deciding(Measure.at(Measure.Kind.FINAL, Metric.TEST_LOSS), false, true, Reason.TEST_PART)
                : new Deciding(Measure.FINAL, false, true, Reason.FINAL);
    }

    /** Whether some run could be told to reach a target; unless there are runs, that is open. */
    private static boolean isKnown(Target target, List<TrialSummary> trials) {
        List<RunRecord> runs =
                trials.stream().flatMap(trial -> trial.scored().stream()).toList();
        return runs.isEmpty() || runs.stream().anyMatch(run -> Measure.isDefined(target, run));
    }

    private static Deciding steps(Target target, Reason reason) {
        return new Deciding(Measure.stepsTo(target), false, true, reason);
    }

    /**
     * The steps to the hardest target that all reach, which decide instead where final values are all rounding and nobody said that they do.
     *
     * @param chosen the trials that are compared
     */
    Optional<Deciding> ifAllSolved(Experiment experiment, List<TrialSummary> chosen, Evenly evenly) {
        List<RunRecord> runs = chosen.stream()
                .flatMap(trial -> evenly.answers(trial.runs()).stream())
                .toList();
        if (experiment.decideBy().isPresent()
                || !measure.isFinalLoss()
                || runs.isEmpty()
                || !runs.stream().allMatch(run -> measure.of(run) <= Measure.resolution(run))) {
            return Optional.empty();
        }
        for (int i = experiment.targets().size() - 1; i >= 0; i--) {
            Measure steps = Measure.stepsTo(experiment.targets().get(i));
            if (runs.stream().allMatch(run -> Double.isFinite(steps.of(run)))) {
                return Optional.of(
                        steps(experiment.targets().get(i), Reason.SOLVED).counting(evenly));
            }
        }
        return Optional.empty();
    }

    /** The same by another measure. */
    public Deciding by(Measure other) {
        return new Deciding(other, false, ranks, reason, gradients);
    }

    /** Whether the way to a target is counted, and no value of a run is compared. */
    public boolean isCounted() {
        return measure.kind() == Measure.Kind.STEPS;
    }

    /** Whether its scores are drawn by learning rate beside the final loss: they are others. */
    boolean isDrawnByRate() {
        return !measure.isFinalLoss() && !timed;
    }

    /** How far apart scores are said to be. */
    public Scale scale() {
        return scale(measure);
    }

    /** How far apart the scores of a measure are said to be. */
    public static Scale scale(Measure measure) {
        return measure.kind() != Measure.Kind.STEPS && measure.metric().isShare() ? Scale.DIFFERENCE : Scale.RATIO;
    }
}
