package org.converge4j.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.run.message.Message;
import org.converge4j.run.message.ShareRequest;
import org.converge4j.run.plan.Batch;
import org.converge4j.run.plan.Execution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that share a file of rows. */
class SharingWorkersTest {
    @TempDir
    Path folder;

    @Test
    void workers_that_start_later_read_the_same_file_which_goes_with_them() throws Exception {
        Problem problem = problem("mlp");
        Path file = Files.createFile(folder.resolve("rows"));
        String own;
        String shared;
        try (WorkerPool pool = pool()) {
            own = record(pool, problem);
        }
        try (WorkerPool pool = pool()) {
            pool.share(request(problem, file), file);
            assertThat(Files.size(file)).isGreaterThan(40 * 2 * Float.BYTES);
            pool.forLongWork();
            pool.giveUpBrief(); // whoever wrote it ends
            shared = record(pool, problem);
        }

        assertThat(shared).isEqualTo(own);
        assertThat(RecordFormat.read(own).curve().size()).isEqualTo(4);
        assertThat(file).doesNotExist();
    }

    @Test
    void rows_that_are_needed_in_full_precision_are_not_shared() throws IOException, InterruptedException {
        Path file = Files.createFile(folder.resolve("rows"));
        try (WorkerPool pool = pool()) {
            pool.share(request(problem("linear"), file), file);

            assertThat(file).doesNotExist();
        }
    }

    private static WorkerPool pool() {
        return new WorkerPool(Execution.PATIENCE, WorkerHome.with(List.of()));
    }

    private static Problem problem(String network) {
        Choice data = network.equals("mlp")
                ? new Choice("spirals", Map.of("rows", 40))
                : new Choice("randn", Map.of("rows", 40, "features", 2, "targets", 1));
        return new Problem("p", data, new Choice(network, Map.of()), List.of());
    }

    private ShareRequest request(Problem problem, Path file) {
        return new ShareRequest(problem, folder.toString(), 1, Precision.FLOAT, file.toString());
    }

    /** What a worker records of a run. */
    private String record(WorkerPool pool, Problem problem) throws Exception {
        Training training = new Training(new Budget(Budget.Unit.STEPS, 3), 5, Precision.FLOAT, Recording.EVERY_STEP);
        Trial trial = new Trial("sgd", problem, new Choice("sgd", Map.of("learningRate", 0.1)), training);
        Batch batch = new Batch(folder.toString(), List.of(new RunSpec(trial, 1)), List.of(), 1);
        List<RunRecord> records = new ArrayList<>();
        pool.ask(new Message(Message.TRAIN, RecordFormat.JSON.writeValueAsString(batch)), reply -> {
            if (reply.word().equals(Message.RECORD)) {
                records.add(RecordFormat.read(reply.body().replaceFirst("^\\S+ \\S+ ", "")));
            }
        });
        return RecordFormat.write(records.get(0));
    }
}
