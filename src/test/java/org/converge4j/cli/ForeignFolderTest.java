package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.converge4j.result.Released;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is written outside a results folder, and nothing of a user's is lost in it. */
class ForeignFolderTest {
    private static final String SMALL = """
            name: small
            problem: { name: randn, data: { randn: { rows: 5, features: 10 } }, network: linear }
            updaters: [sgd]
            seeds: 1
            budget: { steps: 5 }
            """;

    @TempDir
    Path folder;

    private Path results = Path.of("");
    private Path own = Path.of("");
    private Path outside = Path.of("");
    private Path experiment = Path.of("");

    @BeforeEach
    void make() throws IOException {
        results = Released.copyTo(Files.createDirectory(folder.resolve("sent")));
        own = Released.copyTo(Files.createDirectory(folder.resolve("own")));
        outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("summary.csv"), "mine\n");
        experiment = Files.writeString(folder.resolve("small.yaml"), SMALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plots",
                "winner",
                "winner/small",
                "tensorboard",
                "tensorboard/small/sgd/seed-1",
                "runs",
                "damaged",
                "inputs",
                "notes"
            })
    void a_link_to_a_folder_is_refused_by_name_and_not_followed(String name) throws IOException {
        isRefused(link(name, outside));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".lock",
                "experiment.json",
                "experiment.yaml",
                "measurements.json",
                "report.html",
                "curves.csv",
                "runs/0123456789abcdef0123.json",
                "plots/convergence-small.png"
            })
    void a_link_to_a_file_is_refused_by_name_and_not_followed(String name) throws IOException {
        isRefused(link(name, outside.resolve("summary.csv")));
    }

    @Test
    void a_link_to_nowhere_or_in_a_circle_is_refused_by_name() throws IOException {
        isRefused(link("plots", folder.resolve("nowhere")));
        isRefused(link("winner", results));
    }

    @Test
    void a_link_as_the_folder_itself_is_its_users_choice() throws IOException {
        Path other = Files.createSymbolicLink(folder.resolve("other"), results);

        assertThat(Cli.run("report", other).code()).isZero();
        assertThat(results.resolve("report.html")).isRegularFile();
    }

    private Path link(String name, Path target) throws IOException {
        Path link = results.resolve(name);
        if (Files.isDirectory(link)) {
            Files.move(link, folder.resolve("was-" + name.replace('/', '-')));
        }
        Files.deleteIfExists(link);
        Files.createDirectories(link.resolveSibling("."));
        return Files.createSymbolicLink(link, target);
    }

    private void isRefused(Path link) {
        Map<String, String> before = Tree.of(folder);
        List.of(
                        Cli.run("report", results, "--tensorboard"),
                        Cli.run("report", own, "--baseline", results),
                        Cli.run("compare", results, Released.FOLDER),
                        Cli.run("compare", Released.FOLDER, results),
                        Cli.run("plan", experiment, "--out", results),
                        Cli.run("run", experiment, "--out", results, "--quiet"))
                .forEach(cli -> {
                    assertThat(cli.code()).as(cli.err()).isEqualTo(ExitCode.WRONG_INPUT);
                    assertThat(cli.err()).hasLineCount(1).contains(link.toString(), "symbolic link");
                });
        assertThat(Tree.of(folder)).isEqualTo(before);
    }

    @Test
    void a_folder_with_other_files_is_no_place_for_results() throws IOException {
        Files.createDirectories(outside.resolve("runs"));
        Files.writeString(outside.resolve("runs/model.json"), "mine");
        isNoPlace("expected a new or empty folder, or a results folder, found other files");

        Files.createFile(outside.resolve(".lock"));
        isNoPlace("expected a new or empty folder, or a results folder, found other files");

        Files.writeString(outside.resolve(".lock"), "mine");
        isNoPlace(".lock: expected a lock of converge4j, found another file");

        Files.delete(outside.resolve(".lock"));
        Files.writeString(outside.resolve("experiment.json"), "{\"subject\": \"mice\"}");
        isNoPlace("experiment.json: not an experiment");
    }

    private void isNoPlace(String why) {
        Map<String, String> before = Tree.of(folder);
        Cli run = Cli.run("run", experiment, "--out", outside, "--quiet");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(run.err()).hasLineCount(1).startsWith(outside.toString()).contains(why);
        assertThat(Tree.of(folder)).isEqualTo(before);
    }

    @Test
    void an_empty_folder_of_the_users_stays_and_one_of_ours_goes_when_nothing_came_of_it() throws IOException {
        Path wrong =
                Files.writeString(folder.resolve("wrong.yaml"), SMALL.replace("linear", "{ dl4j: { file: no.json } }"));
        Files.writeString(folder.resolve("no.json"), "{}");
        Path empty = Files.createDirectory(folder.resolve("empty"));

        for (Path out : List.of(empty, folder.resolve("new/er"))) {
            Cli run = Cli.run("run", wrong, "--out", out, "--quiet");
            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.WRONG_INPUT);
        }

        assertThat(empty).isEmptyDirectory();
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void an_export_overwrites_exports_alone() throws IOException {
        Path export = folder.resolve("export");
        assertThat(Cli.run("export", experiment, "--out", export).code()).isZero();
        assertThat(Cli.run("export", experiment, "--out", export).code()).isZero();
        Files.writeString(export.resolve("randn/notes.txt"), "mine");
        Map<String, String> before = Tree.of(folder);

        Cli again = Cli.run("export", experiment, "--out", export);
        Cli elsewhere = Cli.run("export", experiment, "--out", outside);

        assertThat(List.of(again, elsewhere)).allSatisfy(cli -> {
            assertThat(cli.code()).isEqualTo(ExitCode.WRONG_INPUT);
            assertThat(cli.err()).hasLineCount(1).contains("expected an export, or nothing, found other files");
        });
        assertThat(Tree.of(folder)).isEqualTo(before);
    }

    @Test
    void an_export_follows_no_link() throws IOException {
        Path export = Files.createDirectory(folder.resolve("export"));
        Files.createSymbolicLink(export.resolve("randn"), outside);
        Map<String, String> before = Tree.of(folder);

        Cli refused = Cli.run("export", experiment, "--out", export);

        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err()).hasLineCount(1).contains("symbolic link");
        assertThat(Tree.of(folder)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"run, --out", "plan, --out", "export, --out", "run, --jar"})
    void an_empty_name_is_no_folder(String command, String option) {
        Cli cli = Cli.run(command, experiment, option, "");

        assertThat(cli.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(cli.err()).contains(option, "expected the name of a file or folder, found ``.");
    }

    @Test
    void an_empty_name_is_no_results_folder() {
        assertThat(Cli.run("report", "").code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(Cli.run("compare", "", "").code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(Cli.run("run", "").code()).isEqualTo(ExitCode.WRONG_INPUT);
    }
}
