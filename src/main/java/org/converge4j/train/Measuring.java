package org.converge4j.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.result.Measurement;
import org.converge4j.updater.Updater;

/** Measures a trial apart from its runs. */
public final class Measuring {
    private static final int MOST_SEEDS = 10;
    private static final double NANOS_A_SECOND = 1e9;

    private final Catalog catalog;

    public Measuring(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Measures the one trial of these runs.
     *
     * @param runs the trial's, at least one; the first ten are followed for the distance from the article's equation
     * @param seconds that its steps may be timed
     */
    public Measurement measure(LoadedProblem problem, List<RunSpec> runs, double seconds) {
        RunSpec first = runs.get(0);
        Updater updater = updater(first);
        long parameters = problem.facts().parameters();
        double bytes = first.trial().training().precision().bytes();
        return new Measurement(
                first.trial().key(),
                bytes * updater.toDl4j().stateSize(parameters) / parameters,
                cost(problem, first, seconds),
                updater.article()
                        .filter(article -> isCheap(problem, first.trial().training()))
                        .map(article -> distance(problem, runs, updater, article)));
    }

    /** Whether following two trajectories costs little beside the runs themselves. */
    private static boolean isCheap(LoadedProblem problem, Training training) {
        return problem.surface().isPresent()
                || Trainers.stackable(problem, training).isPresent();
    }

    private double cost(LoadedProblem problem, RunSpec run, double seconds) {
        Replica replica = Replica.of(run, problem, catalog);
        Training training = run.trial().training();
        try (Trainer trainer = problem.surface().isPresent()
                ? Trainers.of(problem, training, List.of(replica))
                : new NetworkTrainer(problem, training, List.of(replica))) {
            return StepCost.micros(trainer, (long) (seconds * NANOS_A_SECOND));
        }
    }

    private static Measurement.Distance distance(
            LoadedProblem problem, List<RunSpec> runs, Updater updater, Updater article) {
        Training training = runs.get(0).trial().training();
        List<Long> seeds = runs.stream().map(RunSpec::seed).limit(MOST_SEEDS).toList();
        double largest = 0;
        int at = 0;
        try (Trainer one = trainer(problem, training, updater, seeds);
                Trainer other = trainer(problem, training, article, seeds)) {
            int budget = training.steps(problem.data().rows());
            List<Integer> followed =
                    new ArrayList<>(IntStream.range(0, seeds.size()).boxed().toList());
            List<Divergence> limits =
                    followed.stream().map(r -> new Divergence(one.loss(r))).toList();
            for (int step = 1; step <= budget && !followed.isEmpty(); step++) {
                one.step();
                other.step();
                followed.removeIf(
                        r -> limits.get(r).has(one.loss(r)) || limits.get(r).has(other.loss(r)));
                double apart = apart(one, other, followed);
                if (apart > largest) {
                    largest = apart;
                    at = step;
                }
            }
        }
        return new Measurement.Distance(largest, at, seeds.size());
    }

    /** The largest difference of a parameter of the replicas that are followed: those that have not diverged. */
    private static double apart(Trainer one, Trainer other, List<Integer> followed) {
        double largest = 0;
        for (int replica : followed) {
            double[] a = one.parameters(replica);
            double[] b = other.parameters(replica);
            for (int i = 0; i < a.length; i++) {
                largest = Math.max(largest, Math.abs(a[i] - b[i]));
            }
        }
        return largest;
    }

    private static Trainer trainer(LoadedProblem problem, Training training, Updater updater, List<Long> seeds) {
        return Trainers.of(
                problem,
                training,
                seeds.stream()
                        .map(seed -> new Replica(updater, problem.start(seed), seed))
                        .toList());
    }

    private Updater updater(RunSpec run) {
        var choice = run.trial().updater();
        return (Updater) catalog.updater(choice.variant()).create(choice.settings());
    }
}
