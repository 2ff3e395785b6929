package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to exhaust a machine are refused by a Java with 512 MB, with exit code 2, in lines that name them, leaving nothing behind. */
class BombTest {
    private static final List<String> SMALL_JAVA = List.of("env", "JAVA_TOOL_OPTIONS=-Xmx512m");
    private static final String THOUSAND = "{ log: [0.001, 0.1], points: 1000 }";

    private static final Map<String, byte[]> BOMBS = Map.of(
            "aliases", aliases().getBytes(StandardCharsets.UTF_8),
            "nesting", "[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8),
            "zeros", new byte[100 << 20],
            "grid", """
                    name: ../../etc/passwd
                    question: "\\u202e\\e[31m\\n"
                    problem: { name: randn, data: { randn: {} }, network: linear }
                    updaters: [adam: { learningRate: %s, beta1: %s, beta2: %s }]
                    budget: { steps: 1 }
                    seeds: 1
                    """.formatted(THOUSAND, THOUSAND, THOUSAND).getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    @Test
    void bombs_are_refused_in_little_memory() throws IOException, InterruptedException {
        Path logs = Files.createDirectory(folder.resolve("logs"));
        for (Map.Entry<String, byte[]> bomb : BOMBS.entrySet()) {
            Path file = Files.write(folder.resolve(bomb.getKey() + ".yaml"), bomb.getValue());
            try (Launched run = Launched.under(SMALL_JAVA, logs, "run", file, "--out", folder.resolve("out"))) {
                assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.WRONG_INPUT);
                assertThat(run.err().lines().skip(1)) // Java says first what options it was given
                        .isNotEmpty()
                        .allMatch(line -> line.startsWith(file.toString()))
                        .allMatch(line -> line.length() < 1000);
            }
            Files.delete(file);
        }
        assertThat(folder.toFile().list()).containsExactly("logs");
    }

    /** Nine to the eighth values in eight lines. */
    private static String aliases() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            String nine = ("*a" + (i - 1) + ", ").repeat(9);
            text.append("a%d: &a%d [%s]%n".formatted(i, i, nine.substring(0, nine.length() - 2)));
        }
        return text.toString();
    }
}
