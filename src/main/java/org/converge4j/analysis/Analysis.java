package org.converge4j.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.result.Environment;
import org.converge4j.result.Measurement;
import org.converge4j.result.RunRecord;

/** Turns an experiment's records into its comparison. */
public final class Analysis {
    private final Experiment experiment;
    private final TrialSummaries summaries;

    /**
     * @param records by id; those of other experiments are ignored
     * @param measurements by trial key
     */
    public Analysis(Experiment experiment, Map<String, RunRecord> records, Map<String, Measurement> measurements) {
        this.experiment = experiment;
        this.summaries = new TrialSummaries(experiment, records, measurements);
    }

    /**
     * The comparison.
     *
     * @param damaged records that could not be read
     */
    public Comparison compare(List<String> damaged) {
        Map<Problem, List<TrialSummary>> trials = experiment.trials().stream()
                .map(summaries::of)
                .collect(Collectors.groupingBy(trial -> trial.trial().problem()));
        List<ProblemComparison> problems = experiment.problems().stream()
                .map(problem -> problem(problem, trials.getOrDefault(problem, List.of())))
                .toList();
        Set<Environment> environments = new LinkedHashSet<>();
        int found = 0;
        for (ProblemComparison problem : problems) {
            for (TrialSummary trial : problem.trials()) {
                found += trial.runs().size() + trial.tuningRuns().size();
                all(trial)
                        .filter(RunRecord::isAnswer)
                        .map(RunRecord::environment)
                        .forEach(environments::add);
            }
        }
        return new Comparison(
                experiment,
                problems,
                Friedmans.across(problems),
                Profile.across(problems, experiment.targets()),
                List.copyOf(environments),
                experiment.runs().size() - found,
                damaged);
    }

    private ProblemComparison problem(Problem problem, List<TrialSummary> trials) {
        Optional<ProblemFacts> facts =
                trials.stream().flatMap(Analysis::all).map(RunRecord::facts).findFirst();
        List<UpdaterSummary> updaters = UpdaterSummaries.of(trials, experiment);
        return new ProblemComparison(
                problem, facts, trials, updaters, Rankings.of(updaters, experiment, problem, facts));
    }

    private static Stream<RunRecord> all(TrialSummary trial) {
        return Stream.concat(trial.runs().stream(), trial.tuningRuns().stream());
    }
}
