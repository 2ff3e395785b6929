package org.converge4j.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.converge4j.analysis.Comparison.ProblemComparison;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Target;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Environment;
import org.converge4j.result.Measurement;
import org.converge4j.result.Metrics;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;

/** Turns an experiment's records into its comparison. */
public final class Analysis {
    private final Experiment experiment;
    private final Map<String, RunRecord> records;
    private final Map<String, Measurement> measurements;

    /**
     * @param records by id; those of other experiments are ignored
     * @param measurements by trial key
     */
    public Analysis(Experiment experiment, Map<String, RunRecord> records, Map<String, Measurement> measurements) {
        this.experiment = experiment;
        this.records = records;
        this.measurements = measurements;
    }

    /**
     * The comparison.
     *
     * @param damaged records that could not be read
     */
    public Comparison compare(List<String> damaged) {
        List<ProblemComparison> problems =
                experiment.problems().stream().map(this::problem).toList();
        Set<Environment> environments = new LinkedHashSet<>();
        int found = 0;
        for (ProblemComparison problem : problems) {
            for (TrialSummary trial : problem.trials()) {
                found += trial.runs().size();
                trial.runs().stream()
                        .filter(RunRecord::isAnswer)
                        .map(RunRecord::environment)
                        .forEach(environments::add);
            }
        }
        int missing = experiment.trials().size() * experiment.seeds().size() - found;
        return new Comparison(experiment, problems, List.copyOf(environments), missing, damaged);
    }

    private ProblemComparison problem(Problem problem) {
        List<TrialSummary> trials = experiment.trials().stream()
                .filter(trial -> trial.problem().equals(problem))
                .map(this::trial)
                .toList();
        Optional<ProblemFacts> facts = trials.stream()
                .flatMap(trial -> trial.runs().stream())
                .map(RunRecord::facts)
                .findFirst();
        return new ProblemComparison(problem, facts, trials);
    }

    private TrialSummary trial(Trial trial) {
        List<RunRecord> runs = experiment.seeds().stream()
                .map(seed -> records.get(new RunSpec(trial, seed).id()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        runs.forEach(run -> outcomes.merge(run.outcome(), 1, Integer::sum));
        List<RunRecord> answers = runs.stream()
                .filter(run -> run.isAnswer() && run.curve().size() > 0)
                .toList();
        return new TrialSummary(
                trial,
                runs,
                outcomes,
                quartiles(answers, run -> run.curve().first()),
                quartiles(answers, Analysis::finalLoss),
                answers.stream().allMatch(run -> run.facts().floor().isPresent())
                        ? quartiles(
                                answers,
                                run -> finalLoss(run) - run.facts().floor().orElse(0.0))
                        : Optional.empty(),
                band(answers),
                experiment.targets().stream().map(t -> target(t, answers)).toList(),
                Optional.ofNullable(measurements.get(trial.key())));
    }

    /** The loss a run ended with; infinite if it diverged. */
    public static double finalLoss(RunRecord run) {
        return run.outcome() == Outcome.DIVERGED
                ? Double.POSITIVE_INFINITY
                : run.curve().last();
    }

    private static Optional<Quartiles> quartiles(List<RunRecord> runs, ToDoubleFunction<RunRecord> value) {
        return runs.isEmpty()
                ? Optional.empty()
                : Optional.of(Quartiles.of(runs.stream().mapToDouble(value).toArray()));
    }

    /** At every step that any run recorded; a run that has diverged before counts as infinite. */
    private static List<TrialSummary.BandPoint> band(List<RunRecord> runs) {
        RunRecord longest = runs.stream()
                .max((a, b) -> Integer.compare(a.curve().size(), b.curve().size()))
                .orElse(null);
        if (longest == null) {
            return List.of();
        }
        List<TrialSummary.BandPoint> band = new ArrayList<>();
        for (int i = 0; i < longest.curve().size(); i++) {
            int point = i;
            double[] losses = runs.stream()
                    .mapToDouble(run -> point < run.curve().size() ? run.curve().loss(point) : finalLoss(run))
                    .toArray();
            band.add(new TrialSummary.BandPoint(longest.curve().step(i), Quartiles.of(losses)));
        }
        return band;
    }

    private static TrialSummary.TargetSummary target(Target target, List<RunRecord> runs) {
        double[] steps = runs.stream().mapToDouble(run -> stepsTo(target, run)).toArray();
        int reached =
                Math.toIntExact(Arrays.stream(steps).filter(Double::isFinite).count());
        return new TrialSummary.TargetSummary(
                target, reached, runs.size(), steps.length == 0 ? Optional.empty() : Optional.of(Quartiles.of(steps)));
    }

    /** The first recorded step at which a run was at or below a target; infinite if none was. */
    public static double stepsTo(Target target, RunRecord run) {
        if (target.kind() == Target.Kind.FRACTION && run.facts().floor().isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        if (target.kind() == Target.Kind.METRIC) {
            return stepsTo(target, run.metrics());
        }
        double loss = target.loss(run.curve().first(), run.facts().floor().orElse(0.0));
        for (int i = 0; i < run.curve().size(); i++) {
            if (run.curve().loss(i) <= loss) {
                return run.curve().step(i);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double stepsTo(Target target, Metrics metrics) {
        List<Double> values = metrics.values().getOrDefault(target.metric(), List.of());
        for (int i = 0; i < values.size(); i++) {
            if (target.isReachedBy(values.get(i))) {
                return metrics.steps().get(i);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Records by id. */
    public static Map<String, RunRecord> byId(List<RunRecord> records) {
        return records.stream().collect(Collectors.toMap(RunRecord::id, r -> r, (a, b) -> b));
    }
}
