package org.converge4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.SourceFile;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments from the file to their meaning and back. */
class WholeExperimentTest {
    private static final Catalog CATALOG = Catalog.load(WholeExperimentTest.class.getClassLoader());
    private static final String HEAD = "name: x\nproblem: { data: randn }\nupdaters: [sgd]\n";

    @TempDir
    private Path folder;

    @Test
    void problems_have_the_names_and_starts_that_they_are_given() throws IOException {
        Experiment experiment = read("""
                name: x
                problems:
                  - { name: rows, data: randn, start: { values: [3, 4] } }
                  - { name: valley, function: rosenbrock, start: { values: [-1, 2] } }
                updaters: [sgd]
                """);
        assertThat(experiment.problems()).extracting(Problem::name).containsExactly("rows", "valley");
        assertThat(experiment.problems())
                .extracting(Problem::start)
                .containsExactly(List.of(3.0, 4.0), List.of(-1.0, 2.0));
    }

    @Test
    void the_distance_of_records_is_written_and_read_again() throws IOException {
        for (String record : List.of("every", "log", "{ every: 3 }")) {
            Experiment experiment = read(HEAD + "record: " + record + "\n");
            Recording recording = experiment.trials().get(0).training().recording();
            assertThat(read(ExperimentWriter.write(experiment, folder, folder))
                            .trials()
                            .get(0)
                            .training()
                            .recording())
                    .isEqualTo(recording);
        }
    }

    @Test
    void what_is_said_of_looking_and_keeping_is_written_and_read_again() throws IOException {
        for (String said : List.of(
                "",
                "evaluate: { rows: all }",
                "evaluate: { looks: 20 }",
                "evaluate: { rows: 500, looks: 2 }",
                "keep: parameters")) {
            Experiment experiment = read(HEAD + said + "\n");
            Training training = experiment.trials().get(0).training();
            assertThat(training.looking().isPresent()).isEqualTo(said.startsWith("evaluate"));
            assertThat(training.keep().isPresent()).isEqualTo(said.startsWith("keep"));
            assertThat(read(ExperimentWriter.write(experiment, folder, folder))
                            .trials()
                            .get(0)
                            .training())
                    .isEqualTo(training);
        }
    }

    @Test
    void looking_otherwise_is_another_run_and_keeping_more_is_the_same() throws IOException {
        String id = id("");
        assertThat(id("keep: parameters")).isEqualTo(id);
        assertThat(id("evaluate: { looks: 20 }")).isNotEqualTo(id);
    }

    private String id(String said) throws IOException {
        return read(HEAD + said + "\n").runs().get(0).id();
    }

    @Test
    void a_file_longer_than_a_buffer_is_told_by_all_of_it() throws IOException {
        // SHA-256 of a million times "a": FIPS 180-2, appendix B.3
        Files.writeString(folder.resolve("data.csv"), "a".repeat(1_000_000));
        assertThat(read("name: x\nproblem: { data: { csv: { file: data.csv, target: a } } }\nupdaters: [sgd]\n")
                        .problems()
                        .get(0)
                        .data()
                        .settings())
                .containsEntry(
                        "file",
                        new SourceFile("data.csv", "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
    }

    /** Of any script, as long as every file system takes what is called after them. */
    @Test
    void names_are_of_letters_of_any_script() throws IOException {
        Experiment experiment = read("""
                name: 我的实验
                problem: { name: größe_1, data: randn }
                updaters: [sgd]
                """);
        assertThat(experiment.name()).isEqualTo("我的实验");
        assertThat(experiment.problems()).extracting(Problem::name).containsExactly("größe_1");
        assertThatThrownBy(() -> read(HEAD.replace("name: x", "name: " + "实".repeat(80))))
                .hasMessageContaining("name: expected a name of at most 80 letters");
        assertThatThrownBy(() -> read(HEAD.replace("name: x", "name: 实 验"))).hasMessageContaining("expected a name");
    }

    /** It is written for people, who go on from it. */
    @Test
    void what_is_written_repeats_a_list_rather_than_to_refer_to_it() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n2,3\n");
        Experiment experiment = read("""
                name: n
                problem: { data: { csv: { file: a.csv, target: y } }, network: linear }
                updaters: [sgd]
                """);
        assertThat(ExperimentWriter.write(experiment, folder, folder))
                .contains("ignore: []", "categorical: []")
                .doesNotContain("&id", "*id");
    }

    @Test
    void mistakes_come_in_the_order_of_lines_and_columns() {
        // budget is read before batch
        assertThat(complaints(HEAD + "batch: 0\nbudget: 5\n"))
                .extracting(said -> said.replaceFirst(".*x.yaml", "").replaceFirst(": expected.*", ""))
                .containsExactly(":4:8: batch", ":5:9: budget");
        assertThat(complaints("{ name: x, problem: { data: randn }, updaters: [sgd], batch: 0, budget: 5 }"))
                .extracting(said -> said.replaceFirst(".*x.yaml", "").replaceFirst(": expected.*", ""))
                .containsExactly(":1:62: batch", ":1:73: budget");
    }

    private List<String> complaints(String yaml) {
        return assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read(yaml))
                .actual()
                .complaints();
    }

    private Experiment read(String yaml) throws IOException {
        return ExperimentFile.read(Files.writeString(folder.resolve("x.yaml"), yaml), CATALOG, List.of())
                .experiment();
    }
}
