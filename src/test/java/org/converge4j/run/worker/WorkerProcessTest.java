package org.converge4j.run.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.converge4j.run.message.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerProcessTest {
    @ParameterizedTest
    @ValueSource(strings = {"record 0123 BUDGET_SPENT {\"ha", "steps 1", "do"})
    void what_a_worker_dies_over_saying_was_not_said(String cut) throws IOException {
        ProcessBuilder dying = new ProcessBuilder("printf", "\n\u0001converge " + cut);
        List<Message> heard = new ArrayList<>();
        try (WorkerProcess worker = new WorkerProcess(dying, 1)) {
            assertThatThrownBy(() -> worker.ask(new Message(Message.TRAIN, "{}"), heard::add))
                    .isInstanceOf(WorkerDiedException.class)
                    .hasMessage("its worker ended with status 0");
        }
        assertThat(heard).isEmpty();
    }
}
