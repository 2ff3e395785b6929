package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results can be given to others: they name no user, no machine, no folder, and nothing of the environment. */
class PrivacyTest {
    private static final String USER = "somebodyelse";
    private static final String SECRET = "xyzzy-plugh";

    @TempDir
    Path folder;

    @Test
    void no_result_names_user_machine_folder_or_environment() throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("home").resolve(USER));
        Path data = Files.writeString(home.resolve("data.csv"), "a,b\n1,2\n2,4.5\n4,7\n");
        Path file = Files.writeString(home.resolve("experiment.yaml"), """
                name: private
                problem: { name: mine, data: { csv: { file: %s, target: b } }, network: linear }
                updaters: [sgd]
                seeds: 2
                budget: { steps: 20 }
                """.formatted(data.toAbsolutePath()));
        Path results = home.resolve("results");
        List<String> env = List.of(
                "env",
                "JAVA_TOOL_OPTIONS=-Duser.name=" + USER + " -Duser.home=" + home,
                "USER=" + USER,
                "HOME=" + home,
                "API_TOKEN=" + SECRET);

        try (Launched run = Launched.under(env, folder, "run", file.toAbsolutePath(), "--out", results, "--quiet")) {
            assertThat(run.code()).as(run.err()).isZero();
        }

        assertThat(results.resolve("experiment.yaml")).content().contains("file: ../data.csv");
        try (Stream<Path> files = Files.walk(results)) {
            for (Path written : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(written, StandardCharsets.ISO_8859_1);
                assertThat(text.contains(USER)).as("user in " + written).isFalse();
                assertThat(text.contains(SECRET))
                        .as("environment in " + written)
                        .isFalse();
                assertThat(text.contains(folder.toString()))
                        .as("folder in " + written)
                        .isFalse();
                if (written.toString().matches(".*(json|yaml|csv|md)")) {
                    assertThat(text.contains(InetAddress.getLocalHost().getHostName()))
                            .as("machine in " + written)
                            .isFalse();
                }
            }
        }
    }
}
