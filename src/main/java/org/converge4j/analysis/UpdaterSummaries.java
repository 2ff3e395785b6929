package org.converge4j.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.converge4j.analysis.UpdaterSummary.Edge;
import org.converge4j.analysis.statistics.BestOf;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.analysis.statistics.Sensitivity;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Target;
import org.converge4j.result.Evenly;
import org.converge4j.result.RunRecord;

/** Gathers the trials of a problem by updater, and chooses each updater's settings. */
final class UpdaterSummaries {
    private final Experiment experiment;
    private final Optional<ProblemFacts> facts;
    private final Deciding deciding;
    private final Evenly evenly;

    private UpdaterSummaries(Experiment experiment, Optional<ProblemFacts> facts, Deciding deciding, Evenly evenly) {
        this.evenly = evenly;
        this.experiment = experiment;
        this.facts = facts;
        this.deciding = deciding;
    }

    /** The updaters of one problem's trials, in the order of the experiment. */
    static List<UpdaterSummary> of(
            List<TrialSummary> trials,
            Experiment experiment,
            Optional<ProblemFacts> facts,
            Deciding deciding,
            Evenly evenly) {
        Map<String, List<TrialSummary>> byUpdater = new LinkedHashMap<>();
        trials.forEach(trial -> byUpdater
                .computeIfAbsent(trial.updater(), name -> new ArrayList<>())
                .add(trial));
        UpdaterSummaries summaries = new UpdaterSummaries(experiment, facts, deciding, evenly);
        return List.copyOf(byUpdater.entrySet()).parallelStream()
                .map(entry -> summaries.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private UpdaterSummary of(String name, List<TrialSummary> unordered) {
        List<TrialSummary> trials = unordered.stream()
                .sorted(Comparator.comparingDouble(trial -> rate(trial.trial())))
                .toList();
        List<TrialSummary> byMerit = byMerit(trials);
        Optional<TrialSummary> chosen = byMerit.stream().findFirst();
        List<TrialSummary> slice = UpdaterSummary.slice(trials, chosen);
        return new UpdaterSummary(
                name,
                trials,
                chosen,
                chosen.map(trial -> edge(trial, slice)).orElse(Edge.NONE),
                sensitivity(slice, Measure.FINAL),
                deciding.isDrawnByRate() ? sensitivity(slice, deciding.measure()) : Optional.empty(),
                bestOf(byMerit),
                Theory.of(slice, facts));
    }

    /**
     * The best first: by the median of what decides; where that is equal, by how many seeds succeeded, then by the final excess
     * and by the hardest target. What differs by rounding alone is equal, and of equal ones the middle of the grid comes first.
     */
    private List<TrialSummary> byMerit(List<TrialSummary> trials) {
        List<Measure> measures = new ArrayList<>(List.of(deciding.measure(), Measure.FINAL));
        List<Target> targets = experiment.targets();
        for (int i = targets.size() - 1; i >= 0; i--) {
            measures.add(Measure.stepsTo(targets.get(i)));
        }
        record Merit(TrialSummary trial, double[] medians) {}
        List<Merit> merits = new ArrayList<>();
        for (TrialSummary trial : middleFirst(trials)) {
            List<RunRecord> runs = deciding(trial);
            if (!runs.isEmpty()) {
                merits.add(new Merit(
                        trial,
                        measures.stream()
                                .flatMapToDouble(measure -> merit(measure, runs))
                                .toArray()));
            }
        }
        return merits.stream()
                .sorted(Comparator.comparing(Merit::medians, Arrays::compare))
                .map(Merit::trial)
                .toList();
    }

    private static DoubleStream merit(Measure measure, List<RunRecord> runs) {
        double failures = (double)
                runs.stream().filter(run -> Double.isInfinite(measure.of(run))).count();
        return DoubleStream.of(Sameness.rounded(median(measure, runs)), failures);
    }

    private static List<TrialSummary> middleFirst(List<TrialSummary> trials) {
        int last = trials.size() - 1;
        return IntStream.rangeClosed(0, last)
                .boxed()
                .sorted(Comparator.comparingInt(i -> Math.abs(2 * i - last)))
                .map(trials::get)
                .toList();
    }

    private List<RunRecord> deciding(TrialSummary trial) {
        return evenly.answers(
                experiment.tuningSeeds().isEmpty() || trial.isGuest() ? trial.runs() : trial.tuningRuns());
    }

    private static double median(Measure measure, List<RunRecord> runs) {
        return TrialSummaries.quartiles(runs, measure::of)
                .map(Quartiles::median)
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static Edge edge(TrialSummary chosen, List<TrialSummary> trials) {
        double rate = rate(chosen.trial());
        double least = rate(trials.get(0).trial());
        double greatest = rate(trials.get(trials.size() - 1).trial());
        return least == greatest || Double.isNaN(rate)
                ? Edge.NONE
                : rate == least ? Edge.LOWEST : rate == greatest ? Edge.HIGHEST : Edge.NONE;
    }

    private static double rate(Trial trial) {
        return trial.updater().learningRate().orElse(Double.NaN);
    }

    private Optional<Sensitivity> sensitivity(List<TrialSummary> trials, Measure measure) {
        List<Sensitivity.Point> points = new ArrayList<>();
        for (TrialSummary trial : trials) {
            List<RunRecord> answers = evenly.answers(trial.runs()).stream()
                    .filter(measure::isDefined)
                    .toList();
            double failed = answers.stream()
                    .filter(run -> Double.isInfinite(measure.of(run)))
                    .count();
            TrialSummaries.quartiles(answers, measure::of)
                    .ifPresent(score ->
                            points.add(new Sensitivity.Point(rate(trial.trial()), score, failed / answers.size())));
        }
        return trials.size() > 1 && points.size() > 1 ? Optional.of(Sensitivity.of(points)) : Optional.empty();
    }

    /**
     * The bootstrap distribution of tuning with k trials, in closed form: k are drawn with replacement, the one of most merit
     * is chosen, and its median on the reporting seeds is what one gets.
     */
    private List<Quartiles> bestOf(List<TrialSummary> byMerit) {
        double[] scores = byMerit.stream()
                .mapToDouble(trial -> median(Measure.FINAL, evenly.answers(trial.runs())))
                .toArray();
        return IntStream.rangeClosed(1, scores.length)
                .mapToObj(k -> BestOf.quartiles(scores, k))
                .toList();
    }
}
