package org.converge4j.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.converge4j.analysis.TrialSummary.BudgetSummary;
import org.converge4j.analysis.TrialSummary.TargetSummary;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Target;
import org.converge4j.result.Evenly;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;

/** Sums up trials over their runs. */
final class TrialSummaries {
    private final Experiment experiment;
    private final Map<String, RunRecord> records;

    TrialSummaries(Experiment experiment, Map<String, RunRecord> records) {
        this.experiment = experiment;
        this.records = records;
    }

    /**
     * What is recorded of a trial.
     *
     * @param runs on the reporting seeds
     * @param tuning on the seeds that settings are chosen on
     */
    record Recorded(Trial trial, List<RunRecord> runs, List<RunRecord> tuning) {}

    /** What is recorded of one trial. */
    Recorded recorded(Trial trial) {
        return new Recorded(trial, runs(trial, experiment.seeds()), runs(trial, experiment.tuningSeeds()));
    }

    /**
     * One trial that is not measured yet, whose runs meet targets as they are looked at.
     *
     * @param floor on which curves over floors of their own are put
     */
    TrialSummary of(Recorded recorded, Evenly evenly, Optional<Double> floor) {
        Trial trial = recorded.trial();
        List<RunRecord> runs = recorded.runs();
        List<RunRecord> seen = evenly.answers(runs);
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        runs.forEach(run -> outcomes.merge(run.outcome(), 1, Integer::sum));
        List<RunRecord> answers = answers(runs);
        Band band = Band.of(answers, floor);
        return new TrialSummary(
                trial,
                runs,
                recorded.tuning(),
                outcomes,
                quartiles(answers, run -> run.curve().first()),
                quartiles(answers, Measure::finalLoss),
                answers.stream().allMatch(run -> run.facts().floor().isPresent())
                        ? quartiles(answers, Measure.FINAL::of)
                        : Optional.empty(),
                band,
                experiment.targets().stream().map(t -> target(t, seen, evenly)).toList(),
                budgets(evenly.gradients().isEmpty() ? band : Band.of(seen, floor), seen, floor),
                metrics(answers),
                ends(seen),
                Optional.empty());
    }

    private static Map<Metric, Band> metrics(List<RunRecord> answers) {
        Map<Metric, Band> metrics = new EnumMap<>(Metric.class);
        answers.stream()
                .flatMap(run -> run.metrics().values().keySet().stream())
                .distinct()
                .forEach(metric -> metrics.put(metric, Band.of(answers, metric)));
        return Collections.unmodifiableMap(metrics);
    }

    private static Map<Metric, Quartiles> ends(List<RunRecord> seen) {
        Map<Metric, Quartiles> ends = new EnumMap<>(Metric.class);
        metrics(seen).forEach((metric, band) -> band.last().ifPresent(end -> ends.put(metric, end)));
        return Collections.unmodifiableMap(ends);
    }

    /** Runs that can be scored. */
    public static List<RunRecord> answers(List<RunRecord> runs) {
        return runs.stream().filter(RunRecord::isScorable).toList();
    }

    /** Quartiles of what runs score; nothing without runs. */
    static Optional<Quartiles> quartiles(List<RunRecord> runs, ToDoubleFunction<RunRecord> score) {
        return runs.isEmpty()
                ? Optional.empty()
                : Optional.of(Quartiles.of(runs.stream().mapToDouble(score).toArray()));
    }

    /** How the runs of trials of one problem are looked at. */
    Evenly evenly(List<Recorded> trials) {
        return Evenly.of(
                trials.stream()
                        .flatMap(trial -> Stream.concat(trial.runs().stream(), trial.tuning().stream()))
                        .toList(),
                experiment.decideBy().isPresent());
    }

    private List<RunRecord> runs(Trial trial, List<Long> seeds) {
        List<RunSpec> planned =
                seeds.stream().map(seed -> new RunSpec(trial, seed)).toList();
        return RunSpec.ids(planned).stream()
                .map(records::get)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static TargetSummary target(Target target, List<RunRecord> answers, Evenly evenly) {
        List<RunRecord> runs =
                answers.stream().filter(run -> Measure.isDefined(target, run)).toList();
        double[] steps =
                runs.stream().mapToDouble(run -> Measure.steps(target, run)).toArray();
        double[] earliest = runs.stream()
                .mapToDouble(run -> Reach.of(target, run)
                        .map(reach -> reach.earliest(evenly.unit(run)))
                        .orElse(Double.POSITIVE_INFINITY))
                .toArray();
        int reached =
                Math.toIntExact(Arrays.stream(steps).filter(Double::isFinite).count());
        double spent = 0;
        for (int i = 0; i < steps.length; i++) {
            spent += Double.isFinite(steps[i]) ? steps[i] : runs.get(i).steps();
        }
        return new TargetSummary(
                target,
                reached,
                steps.length,
                earliest.length == 0
                        ? Double.POSITIVE_INFINITY
                        : Quartiles.of(earliest).median(),
                steps.length == 0 ? Optional.empty() : Optional.of(Quartiles.of(steps)),
                reached == 0 ? Double.POSITIVE_INFINITY : spent / reached);
    }

    /** At the last recorded step within 1, 10, 100, … steps, and at the end, where that is that the longest have diverged, too. */
    private static List<BudgetSummary> budgets(Band band, List<RunRecord> seen, Optional<Double> floor) {
        List<BudgetSummary> budgets = new ArrayList<>();
        long budget = 1;
        for (int i = 1; i < band.size(); i++) {
            if (i == band.size() - 1 || band.step(i + 1) > budget) {
                budgets.add(new BudgetSummary(band.step(i), band.loss(i)));
                while (i < band.size() - 1 && band.step(i + 1) > budget) {
                    budget *= 10;
                }
            }
        }
        int end = seen.stream().mapToInt(RunRecord::steps).max().orElse(0);
        boolean isLost =
                seen.stream().filter(run -> run.steps() == end).allMatch(run -> run.outcome() == Outcome.DIVERGED);
        if (isLost && !band.isEmpty() && band.step(band.size() - 1) < end) {
            quartiles(seen, run -> Measure.finalLoss(run) + Band.shift(run, floor))
                    .ifPresent(loss -> budgets.add(new BudgetSummary(end, loss)));
        }
        return budgets;
    }
}
