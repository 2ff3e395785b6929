package org.converge4j.analysis;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.converge4j.analysis.TrialSummaries.Recorded;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Environment;
import org.converge4j.result.Evenly;
import org.converge4j.result.Measurement;
import org.converge4j.result.RunRecord;
import org.converge4j.wording.FolderCommands;

/** An experiment's records, summed up by trials, which turn into its comparison once these are measured. */
public final class Analysis {
    private final Experiment experiment;
    private final List<Summed> problems;

    /**
     * Sums up what was recorded.
     *
     * @param records by id; those of other experiments are ignored
     * @param guests runs from elsewhere of the experiment's problems
     */
    public Analysis(Experiment experiment, Map<String, RunRecord> records, List<RunRecord> guests) {
        this.experiment = experiment;
        Map<String, RunRecord> all = new HashMap<>(records);
        guests.forEach(run -> all.put(run.id(), run));
        TrialSummaries summaries = new TrialSummaries(experiment, all);
        Map<Problem, List<Trial>> trials = Stream.concat(
                        experiment.trials().stream(),
                        guests.stream().map(run -> run.spec().trial()).distinct())
                .collect(Collectors.groupingBy(Trial::problem));
        this.problems = experiment.problems().stream()
                .map(problem -> sum(problem, trials.getOrDefault(problem, List.of()), summaries))
                .toList();
    }

    private static Summed sum(Problem problem, List<Trial> its, TrialSummaries summaries) {
        List<Recorded> recorded = its.stream().map(summaries::recorded).toList();
        Evenly evenly = summaries.evenly(recorded);
        Optional<ProblemFacts> facts = facts(recorded);
        List<TrialSummary> trials = recorded.parallelStream() // each walks through its own curves
                .map(trial -> summaries.of(trial, evenly, facts.flatMap(ProblemFacts::floor)))
                .toList();
        return new Summed(problem, facts, evenly, trials);
    }

    /**
     * The comparison.
     *
     * @param measurements by trial key; as far as trials have been measured
     * @param damaged records that could not be read
     */
    public Comparison compare(Map<String, Measurement> measurements, List<String> damaged) {
        List<ProblemComparison> compared =
                problems.stream().map(problem -> compare(problem, measurements)).toList();
        Set<Environment> environments = new LinkedHashSet<>();
        int found = 0;
        for (ProblemComparison problem : compared) {
            for (TrialSummary trial : problem.trials()) {
                found += trial.isGuest()
                        ? 0
                        : trial.runs().size() + trial.tuningRuns().size();
                trial.all()
                        .filter(RunRecord::isAnswer)
                        .map(RunRecord::environment)
                        .forEach(environments::add);
            }
        }
        return new Comparison(
                experiment,
                FolderCommands.of("results/" + experiment.name()),
                compared,
                Friedmans.across(compared),
                Profile.across(compared, experiment.targets()),
                List.copyOf(environments),
                experiment.runs().size() - found,
                damaged,
                List.of());
    }

    private ProblemComparison compare(Summed problem, Map<String, Measurement> measurements) {
        Evenly evenly = problem.evenly();
        List<TrialSummary> trials = problem.trials().stream()
                .map(trial -> trial.measured(
                        Optional.ofNullable(measurements.get(trial.trial().key()))))
                .toList();
        List<TrialSummary> own =
                trials.stream().filter(trial -> !trial.isBaseline()).toList();
        Deciding first = Deciding.of(experiment, own, evenly);
        List<UpdaterSummary> updaters = UpdaterSummaries.of(own, experiment, problem.facts(), first, evenly);
        Optional<Deciding> solved = first.ifAllSolved(experiment, chosen(updaters), evenly);
        Deciding deciding = solved.orElse(first);
        if (solved.isPresent()) {
            updaters = UpdaterSummaries.of(own, experiment, problem.facts(), deciding, evenly);
        }
        Rankings rankings = new Rankings(updaters, experiment, evenly);
        return new ProblemComparison(
                problem.problem(),
                problem.facts(),
                trials,
                updaters,
                rankings.all(),
                deciding,
                rankings.by(deciding),
                experiment.margin(),
                rankings.seeds(),
                rankings.contradicted(updaters, deciding));
    }

    /** Those of the first run; where seeds train on rows of their own, without what is true of its rows alone. */
    private static Optional<ProblemFacts> facts(List<Recorded> recorded) {
        List<RunRecord> runs = recorded.stream()
                .flatMap(trial -> Stream.concat(trial.runs().stream(), trial.tuning().stream()))
                .toList();
        List<RunRecord> own =
                runs.stream().filter(run -> !TrialSummary.isOfGuest(run)).toList();
        List<ProblemFacts> all =
                (own.isEmpty() ? runs : own).stream().map(RunRecord::facts).toList();
        boolean isOne = all.stream().map(ProblemFacts::dataHash).distinct().count() < 2;
        return all.stream().findFirst().map(first -> isOne ? first : first.withoutCurvature());
    }

    private static List<TrialSummary> chosen(List<UpdaterSummary> updaters) {
        return updaters.stream().flatMap(updater -> updater.chosen().stream()).toList();
    }

    /**
     * A problem's trials over their runs, not measured yet.
     *
     * @param facts about the problem, or nothing before its first run
     * @param evenly how runs are looked at
     */
    private record Summed(Problem problem, Optional<ProblemFacts> facts, Evenly evenly, List<TrialSummary> trials) {}
}
