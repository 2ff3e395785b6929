package org.converge4j.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Looks;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Target;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.result.Environment;
import org.converge4j.result.RunRecord;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;

/** Trains runs of one problem and makes their records. */
public final class TrainingLoop {
    private final Catalog catalog;
    private final Environment environment;
    private final List<Target> targets;

    /**
     * @param targets whose first crossing is noticed at every step at which the loss is known, recorded or not
     */
    public TrainingLoop(Catalog catalog, Environment environment, List<Target> targets) {
        this.catalog = catalog;
        this.environment = environment;
        this.targets = List.copyOf(targets);
    }

    /**
     * Trains runs that share problem and training; together where they can advance together, else one by one.
     *
     * @param finished takes each record as its run ends
     * @param progress takes the number of steps done with since it was last told: taken, or left over by a run that ended early
     */
    public void train(LoadedProblem problem, List<RunSpec> runs, Consumer<RunRecord> finished, IntConsumer progress) {
        Training training = runs.get(0).trial().training();
        boolean timed = training.stopping().seconds().isPresent(); // each then needs a clock of its own
        if (timed || !Trainers.takesMany(problem, training)) {
            runs.forEach(run -> trainTogether(problem.at(run.seed()), List.of(run), finished, progress));
        } else {
            for (List<RunSpec> some : problem.onSameRows(runs)) {
                LoadedProblem rows = problem.at(some.get(0).seed());
                alike(some).forEach(group -> trainTogether(rows, group, finished, progress));
            }
        }
    }

    /** Groups of runs that differ in seed and learning rate alone. */
    private static Collection<List<RunSpec>> alike(List<RunSpec> runs) {
        Map<List<Object>, List<RunSpec>> groups = new LinkedHashMap<>();
        for (RunSpec run : runs) {
            Trial trial = run.trial();
            groups.computeIfAbsent(List.of(trial.updater().unrated(), trial.common()), kind -> new ArrayList<>())
                    .add(run);
        }
        return groups.values();
    }

    private void trainTogether(
            LoadedProblem problem, List<RunSpec> runs, Consumer<RunRecord> finished, IntConsumer progress) {
        Training training = runs.get(0).trial().training();
        int budget = training.steps(problem.data().rows());
        Looks looks = Trainers.looks(problem, training);
        try (Trainer trainer = Trainers.of(
                        problem,
                        training,
                        runs.stream()
                                .map(run -> Replica.of(run, problem, catalog))
                                .toList());
                Watch watch = new Watch(problem, training, trainer, looks, budget)) {
            List<Target> watched = watched(problem, training, budget);
            List<String> ids = RunSpec.ids(runs);
            Map<Integer, Recorder> alive = new LinkedHashMap<>();
            for (int i = 0; i < runs.size(); i++) {
                alive.put(i, new Recorder(ids.get(i), runs.get(i), budget, problem.facts(), watched, looks));
            }
            for (int step = 0; step <= budget && !alive.isEmpty(); step++) {
                if (step > 0) {
                    trainer.step();
                    progress.accept(alive.size());
                }
                int leftOver = budget - step;
                watch.look(alive, step).forEach((replica, recorder) -> {
                    alive.remove(replica);
                    finished.accept(record(recorder, trainer, replica, problem));
                    progress.accept(leftOver); // what it does not need is as good as done
                });
            }
        }
    }

    /** None where the curve has every step, or where looking would cost a pass over all rows. */
    private List<Target> watched(LoadedProblem problem, Training training, int budget) {
        return training.recording().isOfEvery(budget) || !Watch.knowsEveryLoss(problem, training) ? List.of() : targets;
    }

    private RunRecord record(Recorder recorder, Trainer trainer, int replica, LoadedProblem problem) {
        recorder.search(trainer.failedSearches(replica));
        return recorder.record(
                trainer.parameters(replica),
                trainer.evaluations(replica),
                problem.facts(),
                trainer.name(),
                environment);
    }
}
