package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.converge4j.config.Within;
import org.converge4j.result.Released;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pipes, sockets, devices and folders in place of files are one line at once; nobody is waited for. */
@DisabledOnOs(value = WINDOWS, disabledReason = "its pipes lie in no folder")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
class NoFileTest {
    private static final String SMALL = """
            name: small
            problem: { name: small, data: { csv: { file: %s, target: b } }, network: %s }
            updaters: [sgd]
            seeds: 1
            budget: { steps: 3 }
            """;

    @TempDir
    Path folder;

    private Path results = Path.of("");

    @BeforeEach
    void make() throws IOException {
        results = Released.copyTo(folder.resolve("results"));
        Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n2,3\n3,5\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipe", "socket", "/dev/zero", "/dev/null", "link"})
    void what_is_no_file_is_one_line(String kind) throws IOException, InterruptedException {
        Path file = make(kind);

        isRefused("an experiment file", "plan", file);
        isRefused("a file", "plan", experiment(file.toString(), "linear"));
        isRefused("a file", "plan", experiment("table.csv", "{ dl4j: { file: " + file + " } }"));
        isRefused("a file", "plan", experiment("table.csv, testFile: " + file, "linear"));
        isRefused("a file", "report", results, "--import", file);
        isRefused("a jar", "list", "--jar", file);
    }

    private Path make(String kind) throws IOException, InterruptedException {
        Path file = folder.resolve(kind);
        switch (kind) {
            case "pipe" -> pipe(file);
            case "link" -> Files.createSymbolicLink(file, pipe(folder.resolve("other")));
            case "socket" -> {
                try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                    socket.bind(UnixDomainSocketAddress.of(file)); // its file stays when it is closed
                }
            }
            default -> assertThat(file).exists();
        }
        return file;
    }

    private static Path pipe(Path file) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
        return file;
    }

    private Path experiment(String table, String network) throws IOException {
        return Files.writeString(folder.resolve("small.yaml"), SMALL.formatted(table, network));
    }

    private static void isRefused(String expected, Object... command) {
        Cli cli = Cli.run(command);
        assertThat(cli.code()).as(cli.err()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(cli.err()).hasLineCount(1).contains("expected " + expected, "found", "a pipe, a socket or a device");
    }

    @Test
    void a_folder_is_no_file() throws IOException {
        for (List<Object> command : List.of(
                List.<Object>of("plan", folder),
                List.<Object>of("report", results, "--import", folder),
                List.<Object>of("list", "--jar", folder))) {
            Cli cli = Cli.run(command.toArray());
            assertThat(cli.code()).as(cli.err()).isEqualTo(ExitCode.WRONG_INPUT);
            assertThat(cli.err()).hasLineCount(1).contains("found a folder");
        }
    }

    /** A shell opens what a command writes and names it; such an experiment lies nowhere, so its files are found from here. */
    @Test
    void an_experiment_may_come_from_a_command() throws IOException, InterruptedException {
        Path file = experiment(folder.resolve("table.csv").toString(), "linear");

        try (Launched run =
                Launched.under(List.of("bash", "-c", "exec \"$@\" <(cat " + file + ")", "bash"), folder, "plan")) {
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).contains("1 number (a)", "1 to do");
        }
    }

    @Test
    void a_table_without_end_is_refused_before_it_is_read() throws IOException {
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("long.csv").toFile(), "rw")) {
            sparse.setLength(1L << 40);
        }
        Path file = experiment("long.csv", "linear");

        Within.twoSeconds(() -> {
            Cli cli = Cli.run("plan", file);
            assertThat(cli.code()).isEqualTo(ExitCode.WRONG_INPUT);
            assertThat(cli.err()).hasLineCount(1).contains("`long.csv`: more than 2000000000 bytes");
        });
    }
}
