package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher builds what it finds unbuilt, says what it is at, and leaves nothing half-built; a script plays Maven. */
@DisabledOnOs(value = WINDOWS, disabledReason = "it has a launcher of its own")
class BuildingTest {
    private static final Path HOME = Path.of("").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void a_build_says_what_it_is_at() throws Exception {
        Path home = homeWithMaven(2, "touch \"$home/target/converge4j.jar\"");

        Answer answer = launcher(home, List.of());

        assertThat(answer.err())
                .containsSubsequence(
                        "converge: building, once (the first time Maven downloads about 200 MB) ...",
                        "converge: downloading (57 MB downloaded so far) ...",
                        "converge: compiling (57 MB downloaded so far) ...",
                        "converge: preparing quick starts",
                        "(57 MB downloaded).");
        assertThat(home.resolve("target/building")).doesNotExist();
    }

    @Test
    void a_build_that_fails_says_why() throws Exception {
        Path home = homeWithMaven(0, "echo '[ERROR] no space left'; exit 1");

        Answer answer = launcher(home, List.of());

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).endsWith("converge: the build failed:\n[ERROR] no space left\n");
        assertThat(home.resolve("target").toFile().list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void a_build_that_is_stopped_leaves_nothing_half_built(String signal, int code) throws Exception {
        String stopping = "echo half >\"$home/target/converge4j.jar\"; kill -" + signal
                + " $(cat \"$home/target/building/pid\"); exec sleep 600";
        Path home = homeWithMaven(0, stopping);

        Answer answer = launcher(home, Launched.LISTENING);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.err())
                .endsWith("converge: Stopping: the build is not finished; the next start builds the rest.\n");
        assertThat(home.resolve("target").toFile().list()).isEmpty();
    }

    @Test
    void a_start_that_is_stopped_after_the_build_says_that_it_stands() throws Exception {
        Path home = homeWithMaven(0, "echo whole >\"$home/target/converge4j.jar\"");
        Path java = Files.writeString(
                home.resolve("bin/java"),
                "#!/bin/sh\ncase $* in *cli.Main*) kill -INT $(cat '" + home
                        + "/target/building/pid');; esac\nexec sleep 600\n"); // for workers it only sleeps
        java.toFile().setExecutable(true);

        Answer answer = launcher(home, Launched.LISTENING);

        assertThat(answer.code()).isEqualTo(130);
        assertThat(answer.err())
                .endsWith("converge: Stopping: quick starts are not prepared; the next start prepares them.\n");
        assertThat(home.resolve("target/converge4j.jar")).hasContent("whole");
    }

    /**
     * A checkout without sources, and a Maven that says what the real one says and ends as told.
     *
     * @param seconds it takes for each thing it says; the launcher looks once a second
     */
    private Path homeWithMaven(int seconds, String end) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(home.resolve("src/main"));
        Files.writeString(home.resolve("pom.xml"), "");
        Files.copy(HOME.resolve("converge"), home.resolve("converge"), StandardCopyOption.COPY_ATTRIBUTES);
        Path maven = Files.writeString(
                Files.createDirectories(home.resolve("bin")).resolve("mvn"), """
                #!/bin/sh
                if [ "$1" = -v ]; then echo 'Apache Maven 3.9.11'; exit; fi
                home='%1$s'
                echo '[INFO] Downloading from central: https://example.org/a.jar'
                echo '[INFO] Downloaded from central: https://example.org/a.jar (57 MB at 12 MB/s)'
                sleep %2$d
                echo '[INFO] Compiling 391 source files with javac [debug release 17] to target/classes'
                sleep %2$d
                mkdir -p "$home/target"
                %3$s
                """.formatted(home, seconds, end));
        maven.toFile().setExecutable(true);
        return home;
    }

    private Answer launcher(Path home, List<String> before) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        String path = home.resolve("bin") + File.pathSeparator + System.getenv("PATH");
        command.addAll(List.of(
                "sh", "-c", "JAVA_HOME= PATH='" + path + "' exec '" + home.resolve("converge") + "' --version"));
        return Answer.of(folder, command);
    }
}
