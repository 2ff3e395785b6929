package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.converge4j.QuickStarts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher and the finished jar, as a user has them. */
class FinishedJarTest {
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
        Answer run =
                Answer.of(folder, List.of(HOME.resolve("converge").toString(), "run", HOME + "/configs/listing.yaml"));

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
    void a_typo_is_one_line_and_exit_code_2() throws Exception {
        Answer answer = Answer.of(folder, List.of(HOME.resolve("converge").toString(), "run", "nowhere.yaml"));

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).isEqualTo("nowhere.yaml: no such file." + System.lineSeparator());
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
            List<String> command = new ArrayList<>(QuickStarts.brief());
            command.addAll(List.of("-cp", classPath, "org.converge4j.cli.Main"));
            command.addAll(Arrays.asList(arguments));
            return Answer.of(folder, command);
        }
    }
}
