package org.converge4j.run;

import java.nio.file.Path;
import java.util.List;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Training;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.run.message.ExportRequest;
import org.converge4j.run.message.Message;
import org.converge4j.run.plan.Execution;
import org.converge4j.run.worker.BatchFailedException;
import org.converge4j.run.worker.RefusedException;
import org.converge4j.run.worker.WorkerDiedException;
import org.converge4j.run.worker.WorkerHome;
import org.converge4j.run.worker.WorkerPool;

/** Has a worker write down what an experiment's runs start from, for others to train on the very same. */
public final class Exporter {
    private Exporter() {}

    /**
     * Writes a folder for each problem.
     *
     * @param base the folder that the problems' files are relative to
     * @param folder holds the folders, each called as its problem
     * @param arrays whether to write arrays for NumPy, too
     * @param home of the worker
     * @throws RefusedException if a problem cannot be loaded or its folder not be written
     * @throws org.converge4j.result.store.ForeignFolderException if what lies there is not an export
     */
    public static void export(Path base, Experiment experiment, Path folder, boolean arrays, WorkerHome home)
            throws InterruptedException {
        ExportFolder.check(folder);
        List<Long> seeds = experiment.allSeeds();
        try (WorkerPool workers = new WorkerPool(Execution.PATIENCE, home)) {
            for (Problem problem : experiment.problems()) {
                Training training = experiment.trials().stream()
                        .filter(trial -> trial.problem().equals(problem))
                        .map(Trial::training)
                        .findFirst()
                        .orElseThrow();
                ExportRequest request = new ExportRequest(
                        problem,
                        base.toAbsolutePath().toString(),
                        training,
                        seeds,
                        folder.toAbsolutePath().resolve(problem.name()).toString(),
                        arrays);
                workers.ask(new Message(Message.EXPORT, RecordFormat.JSON.writeValueAsString(request)), reply -> {});
            }
        } catch (WorkerDiedException | BatchFailedException failure) {
            throw new RefusedException("the problems could not be exported: " + failure.getMessage());
        }
    }
}
