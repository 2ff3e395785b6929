package org.converge4j.experiment;

import java.util.List;
import java.util.Map;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;

/** Trainings and trials for tests. */
public final class TrainingSamples {
    private TrainingSamples() {}

    /** So many steps on full batches in double precision, every one recorded. */
    public static Training steps(int steps) {
        return new Training(new Budget(Budget.Unit.STEPS, steps), 0, Precision.DOUBLE, Recording.EVERY_STEP);
    }

    /** So many of them, of gradient descent on Linear(10, 1) with 5 rows drawn at random. */
    public static Trial sgd(int steps) {
        Choice randn = new Choice("randn", Map.of("rows", 5, "features", 10, "targets", 1, "seed", 1L));
        Problem problem = new Problem("randn", randn, new Choice("linear", Map.of()), List.of());
        return new Trial("sgd", problem, new Choice("sgd", Map.of("learningRate", 0.01)), steps(steps));
    }
}
