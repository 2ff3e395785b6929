package org.converge4j.train.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.Direction;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.result.Descent;
import org.converge4j.result.Divergence;
import org.converge4j.train.Trainers;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;

/** Follows a run along the directions that its problem is looked at from. */
final class Following {
    private static final int MOST_POINTS = 200;

    /** A picture is not worth following a run further. */
    private static final int MOST_STEPS = 100_000;

    private final List<Direction> directions;
    private final List<Integer> steps = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();
    private final List<double[]> places = new ArrayList<>();
    private Divergence divergence = new Divergence(1);
    private boolean diverged;

    private Following(List<Direction> directions) {
        this.directions = directions;
    }

    /**
     * The path of each run, until it diverges; none where the problem has no directions to look from.
     *
     * @param runs of trials that differ in their learning rate alone
     * @param allowance beyond which they are followed no further, and looked at no more often
     */
    static Map<RunSpec, Descent> of(LoadedProblem problem, List<RunSpec> runs, Catalog catalog, Allowance allowance) {
        if (problem.directions().isEmpty()) {
            return Map.of();
        }
        Training training = runs.get(0).trial().training();
        int rows = problem.data().rows();
        double each = allowance.products() / runs.size();
        int budget = allowance.steps(problem, training, runs.size(), MOST_STEPS);
        int points = (int)
                Math.max(2, Math.min(MOST_POINTS, each / rows / problem.facts().products()));
        List<Following> all =
                runs.stream().map(run -> new Following(problem.directions())).toList();
        try (Trainer trainer = Trainers.of(
                problem,
                training,
                runs.stream().map(run -> Replica.of(run, problem, catalog)).toList())) {
            int taken = 0;
            for (int step : spaced(budget, points)) {
                for (; taken < step; taken++) {
                    trainer.step();
                }
                for (int replica = 0; replica < all.size(); replica++) {
                    all.get(replica).look(step, trainer, replica);
                }
                if (all.stream().allMatch(followed -> followed.diverged)) {
                    break;
                }
            }
        }
        Map<RunSpec, Descent> descents = new LinkedHashMap<>();
        for (int replica = 0; replica < all.size(); replica++) {
            descents.put(
                    runs.get(replica),
                    all.get(replica).descent(runs.get(replica).seed()));
        }
        return descents;
    }

    /** At most so many steps from 0 to the budget, equally far apart on a logarithmic axis as far as that goes. */
    static int[] spaced(int budget, int points) {
        double decades = Math.log1p(budget);
        return IntStream.range(0, points)
                .map(i -> (int) Math.round(Math.expm1(decades * i / (points - 1))))
                .distinct()
                .toArray();
    }

    private void look(int step, Trainer trainer, int replica) {
        double loss = trainer.loss(replica);
        if (step == 0) {
            divergence = new Divergence(loss);
        }
        diverged |= divergence.has(loss);
        if (!diverged) {
            double[] parameters = trainer.parameters(replica);
            steps.add(step);
            losses.add(loss);
            places.add(directions.stream()
                    .mapToDouble(direction -> direction.place(parameters))
                    .toArray());
        }
    }

    private Descent descent(long seed) {
        return new Descent(
                seed,
                steps.stream().mapToInt(Integer::intValue).toArray(),
                losses.stream().mapToDouble(Double::doubleValue).toArray(),
                IntStream.range(0, directions.size()).mapToObj(this::axis).toList());
    }

    private Descent.Axis axis(int index) {
        Direction direction = directions.get(index);
        return new Descent.Axis(
                direction.name(),
                direction.curvature(),
                places.stream().mapToDouble(place -> place[index]).toArray());
    }
}
