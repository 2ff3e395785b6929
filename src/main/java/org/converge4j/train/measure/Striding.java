package org.converge4j.train.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.rule.FindsRate;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.result.Measurement.Strides;
import org.converge4j.train.Trainers;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.nd4j.linalg.learning.config.IUpdater;

/** Takes a run's steps once more and measures some of them. */
final class Striding {
    private static final int MOST_STRIDES = 60;

    /** What steps of thousands say of a rate, later ones say as well. */
    private static final int MOST_STEPS = 10_000;

    /** Where networks step one after the other, and each step takes many times what its multiplications do. */
    private static final int FEW_STEPS = 200;

    private final List<Integer> steps = new ArrayList<>();
    private final List<Double> sizes = new ArrayList<>();
    private final List<Double> rates = new ArrayList<>();
    private boolean diverged;

    private Striding() {}

    /**
     * The strides of each run, until it diverges.
     *
     * @param runs of trials that differ in their learning rate alone
     * @param allowance beyond which they are followed no further
     */
    static Map<RunSpec, Strides> of(LoadedProblem problem, List<RunSpec> runs, Catalog catalog, Allowance allowance) {
        Training training = runs.get(0).trial().training();
        int most = Trainers.takesMany(problem, training) ? MOST_STEPS : FEW_STEPS;
        int budget = allowance.steps(problem, training, runs.size(), most);
        if (budget == 0) {
            return Map.of();
        }
        List<Striding> all = runs.stream().map(run -> new Striding()).toList();
        List<Watched> watched = new ArrayList<>();
        List<Replica> replicas = new ArrayList<>();
        for (RunSpec run : runs) {
            Replica replica = Replica.of(run, problem, catalog);
            if (replica.updater() instanceof Rule rule && rule instanceof FindsRate finds) {
                Watched seen = new Watched(rule, finds, new double[1]);
                watched.add(seen);
                replica = new Replica(seen, replica.treatment(), replica.start(), replica.seed());
            }
            replicas.add(replica);
        }
        try (Trainer trainer = Trainers.of(problem, training, replicas)) {
            int taken = 0;
            for (int before : Following.spaced(budget - 1, MOST_STRIDES)) {
                for (; taken < before; taken++) {
                    trainer.step();
                }
                List<double[]> from = IntStream.range(0, all.size())
                        .mapToObj(trainer::parameters)
                        .toList();
                trainer.step();
                taken++;
                for (int i = 0; i < all.size(); i++) {
                    double rate = watched.isEmpty() ? Double.NaN : watched.get(i).found[0];
                    all.get(i).look(taken, from.get(i), trainer.parameters(i), rate);
                }
            }
        }
        Map<RunSpec, Strides> strides = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            strides.put(runs.get(i), all.get(i).strides(runs.get(i).seed()));
        }
        return strides;
    }

    private void look(int step, double[] from, double[] to, double rate) {
        double squares = 0;
        for (int i = 0; i < from.length; i++) {
            squares += (to[i] - from[i]) * (to[i] - from[i]);
        }
        diverged |= !Double.isFinite(squares);
        if (!diverged) {
            steps.add(step);
            sizes.add(Math.sqrt(squares / from.length));
            if (Double.isFinite(rate)) {
                rates.add(rate);
            }
        }
    }

    private Strides strides(long seed) {
        return new Strides(
                seed,
                steps.stream().mapToInt(Integer::intValue).toArray(),
                numbers(sizes),
                rates.size() == sizes.size() ? numbers(rates) : new double[0]);
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * A rule, and the rate that it has found.
     *
     * @param found one number, overwritten at each step
     */
    private record Watched(Rule rule, FindsRate finds, double[] found) implements Rule {
        @Override
        public Set<Reads> reads() {
            return rule.reads();
        }

        @Override
        public List<String> state() {
            return rule.state();
        }

        @Override
        public Extent extent(String name) {
            return rule.extent(name);
        }

        @Override
        public double learningRate() {
            return rule.learningRate();
        }

        @Override
        public void apply(double[] gradient, double[][] state, Step step) {
            rule.apply(gradient, state, step);
            found[0] = finds.foundRate(state);
        }

        @Override
        public IUpdater toDl4j() {
            return rule.toDl4j();
        }
    }
}
