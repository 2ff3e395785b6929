package org.converge4j.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.TrainingSamples;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordStore;
import org.converge4j.run.engine.Advance;
import org.converge4j.run.engine.Progress;
import org.converge4j.run.plan.Execution;
import org.converge4j.run.worker.WorkerHome;
import org.converge4j.run.worker.WorkerPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that is killed costs nothing but time. */
class WorkerDeathTest {
    @TempDir
    Path results;

    @Test
    void runs_of_a_killed_worker_are_trained_again() throws InterruptedException {
        Trial trial = TrainingSamples.sgd(3000);
        Experiment experiment = new Experiment("death", "", List.of(trial), List.of(1L, 2L, 3L), List.of());
        KillOnce killer = new KillOnce();

        int trained;
        try (WorkerPool workers = new WorkerPool(Execution.PATIENCE, home())) {
            trained = new Runner(Path.of(""), results, 1, killer).run(experiment, workers, () -> {});
        }

        assertThat(killer.killed).isTrue();
        assertThat(trained).isEqualTo(3);
        List<RunRecord> records = new ArrayList<>();
        new RecordStore(results).readAll(records::add, damaged -> {
            throw new AssertionError(damaged);
        });
        assertThat(records).hasSize(3).allSatisfy(run -> {
            assertThat(run.outcome()).isEqualTo(Outcome.BUDGET_SPENT);
            assertThat(run.curve().size()).isEqualTo(3001);
        });
    }

    /** Of a folder of its own, so that no other test has a worker to spare. */
    private WorkerHome home() {
        return new WorkerHome(WorkerHome.with(List.of()).own(), "", results.toAbsolutePath());
    }

    /** Kills every process that this one has started since, forcibly, at the first news of steps taken. */
    private static final class KillOnce implements Progress {
        private final Set<ProcessHandle> before =
                ProcessHandle.current().children().collect(Collectors.toSet());
        private final AtomicBoolean killed = new AtomicBoolean();

        @Override
        public void advanced(Advance advance) {
            if (!killed.getAndSet(true)) {
                ProcessHandle.current()
                        .children()
                        .filter(child -> !before.contains(child))
                        .forEach(ProcessHandle::destroyForcibly);
            }
        }
    }
}
