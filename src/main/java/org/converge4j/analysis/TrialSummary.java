package org.converge4j.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.experiment.Target;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Measurement;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;

/**
 * One trial over its seeds.
 *
 * @param trial what was compared
 * @param runs its records, by seed in the order of the experiment, failed ones included
 * @param outcomes how many runs ended how
 * @param initial quartiles of the loss before the first step
 * @param loss quartiles of the final loss; a diverged run counts as infinite
 * @param excess quartiles of final loss − floor, where the floor is known
 * @param band quartiles of the loss at each recorded step
 * @param targets how the runs fared at each target, in the order of the experiment
 * @param measurement its cost and its distance from the article's equation, where measured
 */
public record TrialSummary(
        Trial trial,
        List<RunRecord> runs,
        Map<Outcome, Integer> outcomes,
        Optional<Quartiles> initial,
        Optional<Quartiles> loss,
        Optional<Quartiles> excess,
        List<BandPoint> band,
        List<TargetSummary> targets,
        Optional<Measurement> measurement) {

    /** Quartiles of the loss at a step. */
    public record BandPoint(int step, Quartiles loss) {}

    /**
     * How a trial's runs fared at a target.
     *
     * @param target the loss to reach
     * @param reached how many runs reached it
     * @param of how many runs
     * @param steps quartiles of the steps to reach it; a miss counts as infinite
     */
    public record TargetSummary(Target target, int reached, int of, Optional<Quartiles> steps) {}

    /** Runs that answer the question: all but failed ones. */
    public int answers() {
        return outcomes.entrySet().stream()
                .filter(e -> e.getKey() != Outcome.FAILED)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Runs that diverged. */
    public int diverged() {
        return outcomes.getOrDefault(Outcome.DIVERGED, 0);
    }
}
