package org.converge4j.train.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.Direction;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.result.Descent;
import org.converge4j.result.Measurement;
import org.converge4j.result.Measurement.Strides;
import org.converge4j.train.Trainers;
import org.converge4j.train.step.Replica;
import org.converge4j.updater.Updater;

/** Measures trials apart from their runs. */
public final class Measuring {
    private final Catalog catalog;

    public Measuring(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Measures the trials of these runs, all but what a step costs, which has to be timed over and over.
     *
     * @param runs of trials that differ in their learning rate alone, at least one; trial by trial
     */
    public List<Measurement> measure(LoadedProblem problem, List<RunSpec> runs) {
        Allowance allowance = Allowance.of(problem, runs);
        Map<Trial, List<RunSpec>> trials = new LinkedHashMap<>();
        runs.forEach(run ->
                trials.computeIfAbsent(run.trial(), trial -> new ArrayList<>()).add(run));
        Map<Trial, Measurement.Distance> distances =
                Trainers.takesMany(problem, runs.get(0).trial().training())
                        ? new ArticleDistance(problem, catalog).of(trials, allowance)
                        : Map.of(); // following two trajectories of single networks would cost as much as the runs
        List<RunSpec> firsts = trials.values().stream().map(of -> of.get(0)).toList();
        Map<RunSpec, Descent> descents = new LinkedHashMap<>(Following.of(problem, firsts, catalog, allowance));
        descents.computeIfPresent(firsts.get(0), (run, descent) -> descent.over(bowl(problem, runs)));
        Map<RunSpec, Strides> strides = Striding.of(problem, firsts, catalog, allowance);
        double stateBytes = stateBytes(problem, runs.get(0)); // a learning rate makes no difference
        return trials.entrySet().stream()
                .map(entry -> new Measurement(
                        entry.getKey().key(),
                        stateBytes,
                        Optional.ofNullable(distances.get(entry.getKey())),
                        Optional.ofNullable(descents.get(entry.getValue().get(0))),
                        ModelCode.of(problem, entry.getKey(), updater(entry.getKey())),
                        Optional.ofNullable(strides.get(entry.getValue().get(0)))))
                .toList();
    }

    /** The loss as the page steps rules over it; steps on some of the rows go down another each. */
    private static Optional<Descent.Bowl> bowl(LoadedProblem problem, List<RunSpec> runs) {
        if (!runs.get(0).trial().training().isFullBatch(problem.data().rows())
                || problem.facts().parameters() > Descent.Bowl.MOST_PARAMETERS) {
            return Optional.empty();
        }
        Stream<Long> seeds = runs.stream().map(RunSpec::seed).distinct().limit(Descent.Bowl.MOST_STARTS);
        return problem.valley()
                .map(valley -> new Descent.Bowl(
                        valley.hessian(),
                        problem.directions().stream().map(Direction::unit).toList(),
                        seeds.map(seed -> new Descent.Start(seed, distance(problem.start(seed), valley.solution())))
                                .toList()));
    }

    private static double[] distance(double[] from, double[] to) {
        return IntStream.range(0, from.length).mapToDouble(i -> from[i] - to[i]).toArray();
    }

    private Updater updater(Trial trial) {
        return (Updater) catalog.updater(trial.updater().variant())
                .create(trial.updater().settings());
    }

    private double stateBytes(LoadedProblem problem, RunSpec run) {
        Training training = run.trial().training();
        long numbers = StateSize.of(problem, training, Replica.of(run, problem, catalog));
        return training.precision().bytes() * (double) numbers / problem.facts().parameters();
    }
}
