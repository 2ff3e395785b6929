package org.converge4j.train.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Looks;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.result.Divergence;
import org.converge4j.result.Measurement;
import org.converge4j.train.Trainers;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.converge4j.updater.Updater;

/** How far trials are from the article's equation: both trajectories of each run are followed, those of all runs together. */
final class ArticleDistance {
    private static final int MOST_SEEDS = 10;

    /** The updater's own, and the article's. */
    private static final double TRAJECTORIES = 2;

    private final LoadedProblem problem;
    private final Catalog catalog;

    ArticleDistance(LoadedProblem problem, Catalog catalog) {
        this.problem = problem;
        this.catalog = catalog;
    }

    /**
     * The distance of each trial whose updater the article has an equation for, over as many seeds as are cheap, and at least one.
     *
     * @param trials with their runs; they differ in their learning rate alone
     * @param allowance beyond which nothing is followed
     */
    Map<Trial, Measurement.Distance> of(Map<Trial, List<RunSpec>> trials, Allowance allowance) {
        double ofSeed = trials.keySet().stream()
                .mapToDouble(trial -> TRAJECTORIES * Looks.products(trial.training(), problem.facts()))
                .sum();
        if (ofSeed > allowance.products()) {
            return Map.of();
        }
        long seeds = (long) Math.max(1, Math.min(MOST_SEEDS, allowance.modest() / ofSeed));
        List<RunSpec> runs = new ArrayList<>();
        trials.values().forEach(its -> its.stream().limit(seeds).forEach(runs::add));
        Map<Trial, Measurement.Distance> distances = new LinkedHashMap<>();
        problem.onSameRows(runs)
                .forEach(some -> of(problem.at(some.get(0).seed()), some)
                        .forEach(run -> distances.merge(run.trial, run.distance(), ArticleDistance::larger)));
        return distances;
    }

    /** Runs that train on the same rows, each followed beside the article's. */
    private List<Followed> of(LoadedProblem rows, List<RunSpec> runs) {
        List<Followed> followed = new ArrayList<>();
        List<Replica> ours = new ArrayList<>();
        List<Replica> articles = new ArrayList<>();
        for (RunSpec run : runs) {
            Replica replica = Replica.of(run, rows, catalog);
            replica.updater().article().ifPresent(article -> {
                followed.add(new Followed(run.trial(), ours.size()));
                ours.add(alone(replica, replica.updater()));
                articles.add(alone(replica, article));
            });
        }
        if (followed.isEmpty()) {
            return followed;
        }
        Training training = followed.get(0).trial.training();
        try (Trainer one = Trainers.of(rows, training, ours);
                Trainer other = Trainers.of(rows, training, articles)) {
            follow(followed, one, other, training);
        }
        return followed;
    }

    /** The updater without schedule, clipping and decay. */
    private static Replica alone(Replica replica, Updater updater) {
        return new Replica(updater, replica.start(), replica.seed());
    }

    /** Losses are looked at where they come with the gradient, and else now and then, for they cost more than steps of a few rows. */
    private void follow(List<Followed> all, Trainer one, Trainer other, Training training) {
        int rows = problem.data().rows();
        int budget = training.steps(rows);
        Recording looks = training.isFullBatch(rows) ? Recording.EVERY_STEP : Recording.LOG_SPACED;
        List<Followed> left = new ArrayList<>(all);
        left.forEach(run -> run.limit = new Divergence(one.loss(run.replica)));
        for (int step = 1; step <= budget && !left.isEmpty(); step++) {
            int now = step;
            one.step();
            other.step();
            left.forEach(run -> run.follow(one, other, now));
            if (looks.includes(step, budget)) {
                left.removeIf(run -> run.hasDiverged(one, other));
            }
        }
    }

    private static Measurement.Distance larger(Measurement.Distance one, Measurement.Distance other) {
        int seeds = one.seeds() + other.seeds();
        Measurement.Distance far = other.largest() > one.largest() ? other : one;
        return new Measurement.Distance(far.largest(), far.step(), seeds);
    }

    /** A run whose two trajectories are followed until one diverges. */
    private static final class Followed {
        private final Trial trial;
        private final int replica;
        private Divergence limit = new Divergence(1);
        private double largest;
        private int at;
        private Measurement.Distance known = new Measurement.Distance(0, 0, 1);

        Followed(Trial trial, int replica) {
            this.trial = trial;
            this.replica = replica;
        }

        void follow(Trainer one, Trainer other, int step) {
            double[] a = one.parameters(replica);
            double[] b = other.parameters(replica);
            for (int i = 0; i < a.length; i++) {
                if (Math.abs(a[i] - b[i]) > largest) {
                    largest = Math.abs(a[i] - b[i]);
                    at = step;
                }
            }
        }

        /** Whether one of the two has diverged; if not, the distance so far counts. */
        boolean hasDiverged(Trainer one, Trainer other) {
            boolean diverged = limit.has(one.loss(replica)) || limit.has(other.loss(replica));
            if (!diverged) {
                known = new Measurement.Distance(largest, at, 1);
            }
            return diverged;
        }

        Measurement.Distance distance() {
            return known;
        }
    }
}
