package org.converge4j.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.result.Environment;
import org.converge4j.result.Outcome;

/**
 * An experiment, analysed: everything that any report shows.
 *
 * @param experiment the question
 * @param problems in the order of the experiment
 * @param environments in which its runs were made; more than one is worth a warning
 * @param missing planned runs without a record
 * @param damaged records that were left out, each with the reason
 */
public record Comparison(
        Experiment experiment,
        List<ProblemComparison> problems,
        List<Environment> environments,
        int missing,
        List<String> damaged) {

    /** How many runs of all trials ended how. */
    public Map<Outcome, Integer> outcomes() {
        Map<Outcome, Integer> all = new EnumMap<>(Outcome.class);
        problems.forEach(problem ->
                problem.trials().forEach(trial -> trial.outcomes().forEach((o, n) -> all.merge(o, n, Integer::sum))));
        return all;
    }

    /**
     * One problem's trials.
     *
     * @param facts about it, or nothing before its first run
     * @param trials in the order of the experiment
     */
    public record ProblemComparison(Problem problem, Optional<ProblemFacts> facts, List<TrialSummary> trials) {}
}
