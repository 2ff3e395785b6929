package org.converge4j.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.training.Precision;
import org.converge4j.result.store.Temporary;
import org.converge4j.run.message.ShareRequest;
import org.converge4j.run.worker.WorkerPool;

/** Has all workers read a large table from one file, which lies beside the records while they are at work. */
final class SharedTables {
    /** Features of a table that is large: they take 64 MB in 64 bits, and each use of them as much again. */
    private static final long FEWEST = 1 << 23;

    private SharedTables() {}

    /**
     * Shares what is large of an experiment's problems.
     *
     * @param base the folder that the problems' files are relative to
     * @param results the folder of the records
     */
    static void share(
            Experiment experiment, Map<Problem, ProblemFacts> facts, Path base, Path results, WorkerPool workers)
            throws InterruptedException {
        for (Map.Entry<Problem, ProblemFacts> known : facts.entrySet()) {
            Set<Precision> precisions = experiment.trials().stream()
                    .filter(trial -> trial.problem().equals(known.getKey()))
                    .map(trial -> trial.training().precision())
                    .collect(Collectors.toSet());
            if (isLarge(known.getValue()) && precisions.size() == 1) {
                share(experiment, known.getKey(), base, precisions.iterator().next(), results, workers);
            }
        }
    }

    private static boolean isLarge(ProblemFacts facts) {
        return (long) facts.rows() * facts.features() >= FEWEST;
    }

    private static void share(
            Experiment experiment, Problem problem, Path base, Precision precision, Path results, WorkerPool workers)
            throws InterruptedException {
        try {
            Path file = Temporary.file(results, "rows").toAbsolutePath();
            workers.share(
                    new ShareRequest(
                            problem,
                            base.toAbsolutePath().toString(),
                            experiment.allSeeds().get(0),
                            precision,
                            file.toString()),
                    file);
        } catch (IOException noRoom) {
            // each worker keeps the rows in memory of its own
        }
    }
}
