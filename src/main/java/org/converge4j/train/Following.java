package org.converge4j.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Training;
import org.converge4j.problem.Direction;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.result.Descent;

/** Follows one run along the directions that its problem is looked at from. */
final class Following {
    private static final int MOST_POINTS = 200;

    /** A picture is not worth following a run further. */
    private static final int MOST_STEPS = 100_000;

    private final List<Direction> directions;
    private final List<Integer> steps = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();
    private final List<double[]> places = new ArrayList<>();

    private Following(List<Direction> directions) {
        this.directions = directions;
    }

    /** The path of a run, until it diverges; nothing where the problem has no directions to look from. */
    static Optional<Descent> of(LoadedProblem problem, RunSpec run, Catalog catalog) {
        if (problem.directions().isEmpty()) {
            return Optional.empty();
        }
        Training training = run.trial().training();
        int budget = Math.min(MOST_STEPS, training.steps(problem.data().rows()));
        Following following = new Following(problem.directions());
        try (Trainer trainer = Trainers.of(problem, training, List.of(Replica.of(run, problem, catalog)))) {
            Divergence divergence = new Divergence(trainer.loss(0));
            int taken = 0;
            for (int step : spaced(budget)) {
                for (; taken < step; taken++) {
                    trainer.step();
                }
                double loss = trainer.loss(0);
                if (divergence.has(loss)) {
                    break;
                }
                following.add(step, loss, trainer.parameters(0));
            }
        }
        return Optional.of(following.descent(run.seed()));
    }

    /** At most {@value #MOST_POINTS} steps from 0 to the budget, equally far apart on a logarithmic axis as far as that goes. */
    static int[] spaced(int budget) {
        double decades = Math.log1p(budget);
        return IntStream.range(0, MOST_POINTS)
                .map(i -> (int) Math.round(Math.expm1(decades * i / (MOST_POINTS - 1))))
                .distinct()
                .toArray();
    }

    private void add(int step, double loss, double[] parameters) {
        steps.add(step);
        losses.add(loss);
        places.add(directions.stream()
                .mapToDouble(direction -> direction.place(parameters))
                .toArray());
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
