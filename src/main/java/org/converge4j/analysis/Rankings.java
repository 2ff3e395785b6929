package org.converge4j.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.converge4j.analysis.statistics.Levels;
import org.converge4j.analysis.statistics.Order;
import org.converge4j.analysis.statistics.Pair;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.analysis.statistics.Sample;
import org.converge4j.analysis.statistics.Scale;
import org.converge4j.analysis.statistics.Yardstick;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.training.Metric;
import org.converge4j.result.Evenly;
import org.converge4j.result.Measurement;
import org.converge4j.result.RunRecord;
import org.converge4j.wording.Labels;

/** Ranks the updaters of a problem, each at its chosen settings. */
final class Rankings {
    /** Fewer seeds contradict nobody. */
    private static final int FEWEST = 5;

    private final List<Entrant> entrants;
    private final Experiment experiment;
    private final Evenly evenly;
    private final Map<String, String> twins;
    private final List<Long> seeds;
    private final List<Ranking> all;

    Rankings(List<UpdaterSummary> updaters, Experiment experiment, Evenly evenly) {
        Sameness sameness = Sameness.of(updaters);
        this.entrants = updaters.stream()
                .flatMap(updater -> updater.chosen().stream()
                        .map(trial -> new Entrant(updater.name(), trial, evenly.answers(trial.runs()))))
                .toList();
        this.experiment = experiment;
        this.evenly = evenly;
        this.twins = sameness.twins();
        this.seeds = sameness.seeds(experiment.seeds());
        this.all = Stream.concat(
                        Stream.of(Measure.FINAL), experiment.targets().stream().map(Measure::stepsTo))
                .map(measure -> ranking(measure, false))
                .toList();
    }

    /** An updater at its chosen settings, with its runs as they are looked at. */
    private record Entrant(String updater, TrialSummary trial, List<RunRecord> runs) {}

    /** The seeds that differ. */
    List<Long> seeds() {
        return seeds;
    }

    /** The ranking that decides. */
    Ranking by(Deciding deciding) {
        Measure measure = deciding.measure();
        return all.stream()
                .filter(ranking -> Objects.equals(ranking.measure(), measure) && !deciding.timed())
                .findFirst()
                .orElseGet(() -> ranking(measure, deciding.timed()));
    }

    /** By final excess, then by each target. */
    List<Ranking> all() {
        return all;
    }

    /**
     * Of updaters whose learning rate was chosen on other seeds, that of the grid which is best on these, where these show the chosen one to be
     * worse: at 5 % over all rates of its grid or, with too few seeds for that, on all of them.
     */
    Map<String, Pair> contradicted(List<UpdaterSummary> updaters, Deciding deciding) {
        Map<String, Pair> pairs = new HashMap<>();
        if (!experiment.tuningSeeds().isEmpty() && seeds.size() >= FEWEST && deciding.ranks()) {
            updaters.forEach(updater -> updater.chosen()
                    .flatMap(chosen -> contradicted(updater, chosen, deciding.measure()))
                    .ifPresent(pair -> pairs.put(updater.name(), pair)));
        }
        return Map.copyOf(pairs);
    }

    private Optional<Pair> contradicted(UpdaterSummary updater, TrialSummary chosen, Measure measure) {
        Scale scale = Deciding.scale(measure);
        List<Sample> rivals = updater.slice().stream()
                .filter(trial -> !trial.trial().equals(chosen.trial()))
                .map(trial -> sample(trial, measure, scale))
                .filter(sample -> sample.answers().length > 0)
                .toList();
        double level = Math.max(Levels.ALL / Math.max(1, rivals.size()), Levels.least(seeds.size()));
        return rivals.stream()
                .min(Comparator.comparingDouble(
                        sample -> Quartiles.of(sample.answers()).median()))
                .flatMap(best -> new Order(
                                List.of(sample(chosen, measure, scale), best),
                                scale,
                                experiment.margin(),
                                new Levels(level, level))
                        .pairs().stream()
                                .filter(pair -> pair.isApart() && pair.one().equals(best.updater()))
                                .findFirst());
    }

    private Sample sample(TrialSummary trial, Measure measure, Scale scale) {
        String name = Labels.trial(trial.trial());
        return new Sample(name, scores(new Entrant(name, trial, evenly.answers(trial.runs())), measure, scale, false));
    }

    private Ranking ranking(Measure measure, boolean timed) {
        Scale scale = Deciding.scale(measure);
        List<Sample> samples = entrants.stream()
                .map(entrant -> new Sample(
                        entrant.updater(),
                        scores(entrant, measure, scale, timed),
                        timed ? yardstick(entrant.trial()) : Yardstick.EXACT))
                .toList();
        Map<String, String> counted = timed ? Map.of() : twins; // one rule may be computed in two ways
        Levels levels = Levels.of(
                entrants.size() - counted.size(), experiment.problems().size());
        return Ranking.of(measure, scale, samples, counted, levels, experiment.margin());
    }

    /** Within what interval, and on which scale, it is known what a step costs. */
    private static Yardstick yardstick(TrialSummary trial) {
        return trial.measurement()
                .flatMap(Measurement::stepTime)
                .map(time -> {
                    double factor = time.micros() / time.sgdMicros();
                    return new Yardstick(
                            time.inNativeCode() ? "native" : "Java", time.low() / factor, time.high() / factor);
                })
                .orElse(Yardstick.EXACT);
    }

    private double[] scores(Entrant entrant, Measure measure, Scale scale, boolean timed) {
        double micros = timed
                ? entrant.trial().measurement().map(Measurement::microsPerStep).orElse(Double.NaN)
                : 1;
        Map<Long, Double> bySeed = new HashMap<>();
        for (RunRecord run : entrant.runs()) {
            if (measure.isDefined(run)) {
                bySeed.put(run.spec().seed(), micros * score(run, measure, scale));
            }
        }
        double[] scores = new double[seeds.size()];
        Arrays.setAll(scores, i -> bySeed.getOrDefault(seeds.get(i), Double.NaN));
        return scores;
    }

    /** Shares are compared as they are; a score keeps them off 0, for ratios. */
    private static double score(RunRecord run, Measure measure, Scale scale) {
        double score = measure.of(run);
        if (scale == Scale.RATIO || Double.isInfinite(score)) {
            return score;
        }
        Metric metric = measure.metric();
        List<Double> values = run.metrics().values().getOrDefault(metric, List.of());
        return 1
                - (measure.kind() == Measure.Kind.BEST
                                ? values.stream().max(Double::compare)
                                : run.metrics().last(metric))
                        .orElse(0.0);
    }
}
