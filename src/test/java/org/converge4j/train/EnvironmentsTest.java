package org.converge4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.converge4j.result.Environment;
import org.converge4j.run.worker.WorkerCommand;
import org.converge4j.run.worker.WorkerHome;
import org.junit.jupiter.api.Test;

/** What a worker says of the machine that it is on. */
class EnvironmentsTest {
    /** OpenBLAS, told to be verbose, prints the kernel that it takes. */
    @Test
    void the_kernel_is_the_one_that_openblas_prints() throws IOException, InterruptedException {
        String said = said(Map.of("OPENBLAS_VERBOSE", "2"));

        assertThat(said).containsPattern("Core: \\w+");
        String core = said.lines()
                .filter(line -> line.contains("Core: "))
                .findFirst()
                .orElseThrow()
                .replaceFirst(".*Core: ", "");
        assertThat(said).contains(", kernel " + core.strip() + "\n");
    }

    @Test
    void the_kernel_is_the_one_that_openblas_was_told_to_take() throws IOException, InterruptedException {
        assertThat(said(Map.of("OPENBLAS_CORETYPE", "Prescott"))).contains(", kernel Prescott\n");
    }

    private static String said(Map<String, String> variables) throws IOException, InterruptedException {
        ProcessBuilder builder = WorkerCommand.brief(WorkerHome.with(List.of()), Saying.class);
        builder.environment().putAll(variables);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** Says where it is. */
    static final class Saying {
        private Saying() {}

        /** Takes no arguments. */
        public static void main(String[] arguments) {
            Environment here = Environments.here();
            System.out.println("\n" + here.backend());
        }
    }
}
