package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher and the finished jar, as a user has them. */
class LauncherIT {
    private static final Path HOME = Path.of("").toAbsolutePath();

    @TempDir
    Path folder;

    /** The first start of a build prepares quick ones, and says so. */
    @BeforeAll
    static void prepare() throws Exception {
        new ProcessBuilder(HOME.resolve("converge").toString(), "--version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void the_listing_runs_from_any_folder_and_leaves_what_the_design_says() throws Exception {
        Answer run = start(List.of(HOME.resolve("converge").toString(), "run", HOME + "/configs/listing.yaml"));

        assertThat(run.err()).doesNotContain("Exception");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("report: ");
        Path results = folder.resolve("results/listing");
        assertThat(results.resolve("experiment.yaml")).isNotEmptyFile();
        assertThat(results.resolve("curves.csv")).isNotEmptyFile();
        assertThat(results.resolve("summary.csv")).isNotEmptyFile();
        assertThat(results.resolve("report.html")).isNotEmptyFile();
        assertThat(results.resolve("report.md")).isNotEmptyFile();
        assertThat(results.resolve("runs")).isDirectoryContaining("glob:**.json");

        Answer report = withoutDl4j("report", results.toString());

        assertThat(report.err()).isEmpty();
        assertThat(report.code()).isZero();
        assertThat(report.out()).isEqualTo(run.out().replace("results/listing", results.toString()));
    }

    @Test
    void a_missing_folder_for_temporary_files_costs_nothing() throws Exception {
        Answer run = start(List.of(
                "env",
                "JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=" + folder.resolve("none"),
                HOME.resolve("converge").toString(),
                "run",
                HOME + "/configs/listing.yaml",
                "--quiet"));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(folder.resolve("results/listing/plots")).isDirectoryContaining("glob:**.png");
    }

    @Test
    void a_typo_is_one_line_and_exit_code_2() throws Exception {
        Answer answer = start(List.of(HOME.resolve("converge").toString(), "run", "nowhere.yaml"));

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).isEqualTo("nowhere.yaml: no such file." + System.lineSeparator());
    }

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
        command.addAll(List.of("sh", "-c", "PATH='" + path + "' exec '" + home.resolve("converge") + "' --version"));
        return start(command);
    }

    /** Runs the jar with every library but DL4J's, ND4J's and their natives. */
    private Answer withoutDl4j(String... arguments) throws IOException, InterruptedException {
        try (Stream<Path> libraries = Files.list(HOME.resolve("target/lib"))) {
            String classPath = Stream.concat(Stream.of(HOME.resolve("target/converge4j.jar")), libraries)
                    .filter(jar -> !jar.getFileName()
                            .toString()
                            .matches("(deeplearning4j|nd4j|datavec|openblas|javacpp|guava|jackson-1|protobuf).*"))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    classPath,
                    "org.converge4j.cli.Main"));
            command.addAll(Arrays.asList(arguments));
            return start(command);
        }
    }

    private Answer start(List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int code = builder.start().waitFor();
        return new Answer(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private record Answer(int code, String out, String err) {}
}
