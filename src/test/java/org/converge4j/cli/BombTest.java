package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, byte[]> bomb : BOMBS.entrySet()) {
            files.add(Files.write(folder.resolve(bomb.getKey() + ".yaml"), bomb.getValue()));
        }

        List<Object> words = new ArrayList<>(List.of(folder.resolve("out")));
        words.addAll(files);

        try (Launched run = Launched.program(OneAfterAnother.class, SMALL_JAVA, logs, words.toArray())) {
            assertThat(run.code()).as(run.err()).isZero();
            for (Path file : files) {
                assertThat(run.out().lines().filter(line -> line.startsWith(file.toString())))
                        .isNotEmpty()
                        .allMatch(line -> line.length() < 1000);
                Files.delete(file);
            }
            assertThat(run.out().lines().filter(line -> line.startsWith("code ")))
                    .hasSameSizeAs(files)
                    .containsOnly("code " + ExitCode.WRONG_INPUT);
            assertThat(run.out().lines())
                    .allMatch(line -> line.startsWith("code ") || line.startsWith(folder.toString()));
        }
        assertThat(folder.toFile().list()).containsExactly("logs");
    }

    /** Runs experiment files in one Java, and prints what is said of each, then its exit code. */
    static final class OneAfterAnother {
        private OneAfterAnother() {}

        /** Arguments: where results would go, then the files. */
        public static void main(String[] arguments) {
            for (String file : List.of(arguments).subList(1, arguments.length)) {
                Cli run = Cli.run("run", file, "--out", arguments[0]);
                System.out.print(run.err() + run.out());
                System.out.println("code " + run.code());
            }
        }
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
