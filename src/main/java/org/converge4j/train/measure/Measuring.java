package org.converge4j.train.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.result.Descent;
import org.converge4j.result.Measurement;
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
        return trials.entrySet().stream()
                .map(entry -> new Measurement(
                        entry.getKey().key(),
                        stateBytes(problem, entry.getValue().get(0)),
                        Optional.ofNullable(distances.get(entry.getKey())),
                        Optional.ofNullable(descents.get(entry.getValue().get(0))),
                        ModelCode.of(problem, entry.getKey(), updater(entry.getKey()))))
                .toList();
    }

    /** Steps on some of the rows go down another loss each. */
    private static Optional<Descent.Bowl> bowl(LoadedProblem problem, List<RunSpec> runs) {
        Training training = runs.get(0).trial().training();
        return training.isFullBatch(problem.data().rows())
                ? problem.bowl(runs.stream().map(RunSpec::seed).distinct().toList())
                : Optional.empty();
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
