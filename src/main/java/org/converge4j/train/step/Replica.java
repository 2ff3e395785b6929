package org.converge4j.train.step;

import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.RunSpec;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.network.OwnSchedule;
import org.converge4j.updater.Updater;

/**
 * One of the networks that a trainer advances.
 *
 * @param updater with this replica's settings
 * @param treatment what is done around the updater
 * @param start the starting parameters, in DL4J's flat order
 * @param seed decides the order of its batches
 */
public record Replica(Updater updater, Treatment treatment, double[] start, long seed) {
    /** A replica whose updater works alone. */
    public Replica(Updater updater, double[] start, long seed) {
        this(updater, Treatment.NONE, start, seed);
    }

    /** The replica that a run asks for. */
    public static Replica of(RunSpec run, LoadedProblem problem, Catalog catalog) {
        Choice updater = run.trial().updater();
        return new Replica(
                (Updater) catalog.updater(updater.variant()).create(updater.settings()),
                treatment(run, problem, catalog),
                problem.start(run.seed()),
                run.seed());
    }

    private static Treatment treatment(RunSpec run, LoadedProblem problem, Catalog catalog) {
        Treatment treatment = Treatment.of(run.trial().common(), catalog);
        if (!treatment.followsModel()) {
            return treatment;
        }
        OwnSchedule own = problem.schedule();
        int rows = problem.data().rows();
        int batch = run.trial().training().batchSize(rows);
        int stepsAnEpoch = (rows + batch - 1) / batch;
        return treatment.following(taken -> own.factor(taken, taken / stepsAnEpoch));
    }
}
