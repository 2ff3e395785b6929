package org.converge4j.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Target;
import org.converge4j.result.Measurement;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.Baseline;
import org.converge4j.result.store.ForeignCurves;
import org.converge4j.wording.Labels;

/**
 * One trial over its seeds.
 *
 * @param trial what was compared
 * @param runs its records on the reporting seeds, in the order of the experiment, failed ones included
 * @param tuningRuns its records on the tuning seeds
 * @param outcomes how many runs ended how, on the reporting seeds
 * @param initial quartiles of the loss before the first step
 * @param loss quartiles of the final loss; a diverged run counts as infinite
 * @param excess quartiles of final loss − floor, not below what rounding leaves, where the floor is known
 * @param band quartiles of the loss at each recorded step
 * @param targets how the runs fared at each target, in the order of the experiment
 * @param budgets the loss that smaller budgets would have bought: 1, 10, 100, … steps, or gradients where these are counted, and the whole
 * @param metrics quartiles by step of each metric that some run has, besides the training loss
 * @param ends of these what they come to where runs are compared: at their end, or after as many gradients
 * @param measurement its cost and its distance from the article's equation, where measured
 */
public record TrialSummary(
        Trial trial,
        List<RunRecord> runs,
        List<RunRecord> tuningRuns,
        Map<Outcome, Integer> outcomes,
        Optional<Quartiles> initial,
        Optional<Quartiles> loss,
        Optional<Quartiles> excess,
        Band band,
        List<TargetSummary> targets,
        List<BudgetSummary> budgets,
        Map<Metric, Band> metrics,
        Map<Metric, Quartiles> ends,
        Optional<Measurement> measurement) {

    /** Quartiles of the loss at a step. */
    public record BandPoint(int step, Quartiles loss) {}

    /**
     * How a trial's runs fared at a target.
     *
     * @param target the loss to reach
     * @param reached how many runs reached it
     * @param of how many runs; 0 if the target is not defined, for want of a floor
     * @param earliest the median of the first steps at which it may have been reached, had all been looked at
     * @param steps quartiles of the first steps at which it was seen to be reached; a miss counts as infinite
     * @param expected steps until the first success when runs are repeated until one succeeds: all steps taken, misses
     *     included, over the successes (COCO's expected running time); infinite without a success
     */
    public record TargetSummary(
            Target target, int reached, int of, double earliest, Optional<Quartiles> steps, double expected) {}

    /**
     * The loss after fewer steps, or gradients.
     *
     * @param steps the last recorded step within the smaller budget
     * @param loss quartiles; a diverged run counts as infinite
     */
    public record BudgetSummary(int steps, Quartiles loss) {}

    /** The same with what was measured. */
    TrialSummary measured(Optional<Measurement> found) {
        return new TrialSummary(
                trial, runs, tuningRuns, outcomes, initial, loss, excess, band, targets, budgets, metrics, ends, found);
    }

    /** Quartiles of a metric where runs are compared; nothing where no run has it. */
    public Optional<Quartiles> metric(Metric metric) {
        return Optional.ofNullable(ends.get(metric));
    }

    /** Quartiles of a metric where runs end; nothing where no run has it. */
    public Optional<Quartiles> last(Metric metric) {
        return Optional.ofNullable(metrics.get(metric)).flatMap(Band::last);
    }

    /** The updater this is a trial of: its label without the learning rate. */
    public String updater() {
        return Labels.updater(trial);
    }

    /** Whether its runs were imported from elsewhere. */
    public boolean isImported() {
        return isOf(ForeignCurves.TRAINER);
    }

    /** Whether its runs are those of a baseline: shown, not ranked. */
    public boolean isBaseline() {
        return isOf(Baseline.TRAINER);
    }

    /** Its runs, those on tuning seeds too. */
    Stream<RunRecord> all() {
        return Stream.concat(runs.stream(), tuningRuns.stream());
    }

    /** Whether its runs are not of this experiment. */
    public boolean isGuest() {
        return isImported() || isBaseline();
    }

    /** Whether a run is not of the experiment it is shown with. */
    static boolean isOfGuest(RunRecord run) {
        return run.trainer().equals(ForeignCurves.TRAINER) || run.trainer().equals(Baseline.TRAINER);
    }

    private boolean isOf(String trainer) {
        return !runs.isEmpty() && runs.get(0).trainer().equals(trainer);
    }

    /** Runs that answer the question: all but failed ones. */
    public int answers() {
        return outcomes.entrySet().stream()
                .filter(e -> e.getKey() != Outcome.FAILED)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Quartiles of the loss where the updater stepped from; of no runs where it is measured there. */
    public Band stepped() {
        return Band.stepped(scored());
    }

    /** Gradients that a step took, on average over the runs; 1 for most updaters. */
    public double gradientsPerStep() {
        return scored().stream()
                .mapToDouble(RunRecord::gradientsPerStep)
                .average()
                .orElse(1);
    }

    /** The runs on the reporting seeds that can be scored. */
    public List<RunRecord> scored() {
        return TrialSummaries.answers(runs);
    }

    /** Runs that diverged. */
    public int diverged() {
        return outcomes.getOrDefault(Outcome.DIVERGED, 0);
    }
}
