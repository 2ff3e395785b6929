package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers are the same again, whatever the circumstances; gradient descent forgets where it started by an ulp, or never saw it. */
class AuditCommandTest {
    @TempDir
    Path folder;

    @Test
    void gradient_descent_is_equal_in_every_bit_and_drifts_by_rounding_alone() throws IOException {
        Path file = Files.writeString(folder.resolve("audit.yaml"), """
                name: audit
                problem: { name: randn, data: { randn: { rows: 5, features: 10 } }, network: linear }
                updaters: [sgd]
                seeds: 2
                budget: { steps: 100 }
                """);

        Cli audit = Cli.run("audit", file);

        assertThat(audit.code()).as(audit.err()).isZero();
        assertThat(audit.out().lines().filter(line -> line.endsWith("equal in every bit")))
                .hasSize(4);
        assertThat(audit.out().lines().filter(line -> line.contains("one unit in the last place")))
                .singleElement()
                .asString()
                .containsPattern("at most by \\d\\.\\de-1[3-6], never by more than a millionth");
    }
}
