package org.converge4j.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.run.message.CheckRequest;
import org.converge4j.run.message.Message;
import org.converge4j.run.plan.Execution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerPoolTest {
    @TempDir
    Path folder;

    @Test
    void a_worker_that_is_there_begins_long_work_too_unless_it_is_given_up() throws Exception {
        Set<Long> before = children();
        try (WorkerPool workers = new WorkerPool(Execution.PATIENCE, home())) {
            workers.startAhead();
            ask(workers);
            Set<Long> first = started(before);
            assertThat(first).hasSize(1);

            workers.forLongWork();
            ask(workers);
            assertThat(workers.isBrief()).isFalse();
            assertThat(started(before)).isEqualTo(first);

            workers.giveUpBrief();
            ask(workers);
            Set<Long> other = started(before);
            other.removeAll(first);
            assertThat(other).hasSize(1);
        }
    }

    /** Of a folder of its own, so that no other test has a worker to spare. */
    private WorkerHome home() {
        String here = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return new WorkerHome(here, "", folder);
    }

    private static Set<Long> started(Set<Long> before) {
        Set<Long> started = children();
        started.removeAll(before);
        return started;
    }

    private static void ask(WorkerPool workers) throws Exception {
        String nothing = RecordFormat.JSON.writeValueAsString(new CheckRequest("", List.of(), 1));
        workers.ask(new Message(Message.CHECK, nothing), reply -> {
            throw new AssertionError(reply);
        });
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }
}
