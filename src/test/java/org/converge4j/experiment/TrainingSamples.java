package org.converge4j.experiment;

import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;

/** Trainings for tests. */
public final class TrainingSamples {
    private TrainingSamples() {}

    /** So many steps on full batches in double precision, every one recorded. */
    public static Training steps(int steps) {
        return new Training(new Budget(Budget.Unit.STEPS, steps), 0, Precision.DOUBLE, Recording.EVERY_STEP);
    }
}
