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

/** Turns an experiment's records into its comparison. */
public final class Analysis {
    private final Experiment experiment;
    private final List<Trial> trials;
    private final TrialSummaries summaries;

    /**
     * @param records by id; those of other experiments are ignored
     * @param measurements by trial key
     * @param guests runs from elsewhere of the experiment's problems
     */
    public Analysis(
            Experiment experiment,
            Map<String, RunRecord> records,
            Map<String, Measurement> measurements,
            List<RunRecord> guests) {
        this.experiment = experiment;
        this.trials = Stream.concat(
                        experiment.trials().stream(),
                        guests.stream().map(run -> run.spec().trial()).distinct())
                .toList();
        Map<String, RunRecord> all = new HashMap<>(records);
        guests.forEach(run -> all.put(run.id(), run));
        this.summaries = new TrialSummaries(experiment, all, measurements);
    }

    /**
     * The comparison.
     *
     * @param damaged records that could not be read
     */
    public Comparison compare(List<String> damaged) {
        Map<Problem, List<Trial>> byProblem = trials.stream().collect(Collectors.groupingBy(Trial::problem));
        List<ProblemComparison> problems = experiment.problems().stream()
                .map(problem -> problem(problem, byProblem.getOrDefault(problem, List.of())))
                .toList();
        Set<Environment> environments = new LinkedHashSet<>();
        int found = 0;
        for (ProblemComparison problem : problems) {
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
                problems,
                Friedmans.across(problems),
                Profile.across(problems, experiment.targets()),
                List.copyOf(environments),
                experiment.runs().size() - found,
                damaged,
                List.of());
    }

    private ProblemComparison problem(Problem problem, List<Trial> its) {
        List<Recorded> recorded = its.stream().map(summaries::recorded).toList();
        Evenly evenly = summaries.evenly(recorded);
        Optional<ProblemFacts> facts = facts(recorded);
        List<TrialSummary> summed = recorded.parallelStream() // each walks through its own curves
                .map(trial -> summaries.of(trial, evenly, facts.flatMap(ProblemFacts::floor)))
                .toList();
        List<TrialSummary> own =
                summed.stream().filter(trial -> !trial.isBaseline()).toList();
        Deciding first = Deciding.of(experiment, own, evenly);
        List<UpdaterSummary> updaters = UpdaterSummaries.of(own, experiment, facts, first, evenly);
        Optional<Deciding> solved = first.ifAllSolved(experiment, chosen(updaters), evenly);
        Deciding deciding = solved.orElse(first);
        if (solved.isPresent()) {
            updaters = UpdaterSummaries.of(own, experiment, facts, deciding, evenly);
        }
        Rankings rankings = new Rankings(updaters, experiment, evenly);
        return new ProblemComparison(
                problem,
                facts,
                summed,
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
}
