package org.converge4j.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.TrainingSamples;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Measurement;
import org.converge4j.result.store.Measurements;
import org.converge4j.run.engine.Progress;
import org.converge4j.run.plan.Afterwards;
import org.converge4j.run.plan.Ahead;
import org.converge4j.run.plan.Execution;
import org.converge4j.run.worker.WorkerHome;
import org.converge4j.run.worker.WorkerPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever works beside a worker hears when there is time for it, and when there is none. */
class MeasuringNewsTest {
    @TempDir
    Path results;

    @Test
    void training_ends_before_steps_are_timed_alone() throws InterruptedException {
        Trial trial = TrainingSamples.sgd(3);
        Experiment experiment = new Experiment("news", "", List.of(trial), List.of(1L), List.of());
        News news = new News();

        try (WorkerPool workers = new WorkerPool(Execution.PATIENCE, WorkerHome.with(List.of()))) {
            new Runner(Path.of(""), results, 1, news.and(Progress.NONE)).run(experiment, workers, () -> {});
        }

        assertThat(news.heard).containsExactly("start", "finish", "trained", "hush");
        assertThat(new Measurements(results).read(damage -> {}))
                .hasEntrySatisfying(trial.key(), MeasuringNewsTest::expectTimed);
    }

    private static void expectTimed(Measurement measurement) {
        assertThat(measurement.microsPerStep()).isPositive();
        assertThat(measurement.descent()).isPresent();
    }

    private static final class News implements Progress {
        private final List<String> heard = new ArrayList<>();

        @Override
        public void start(List<Ahead> runs, Afterwards then) {
            heard.add("start");
        }

        @Override
        public void trained() {
            heard.add("trained");
        }

        @Override
        public void hush() {
            heard.add("hush");
        }

        @Override
        public void finish() {
            heard.add("finish");
        }
    }
}
