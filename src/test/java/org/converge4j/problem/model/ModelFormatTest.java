package org.converge4j.problem.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.data.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.learning.config.Sgd;

/** Models in the forms that DL4J wrote and writes; other files are told apart in one line. */
class ModelFormatTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "a,b,kind\n1,2,x\n2,1,y\n4,3,x\n8,5,y\n");
    }

    /** DL4J 0.5.0 to 1.0.0-alpha wrapped each layer in the name of its kind. */
    @Test
    void an_old_format_is_read() throws IOException {
        try (InputStream old = Objects.requireNonNull(getClass().getResourceAsStream("/models/old-format.json"))) {
            Files.write(folder.resolve("model.json"), old.readAllBytes());
        }

        LoadedProblem problem = ModelFiles.load(folder, "label: kind", "model.json");

        assertThat(problem.facts().layers())
                .containsExactly("DenseLayer 2 → 2 tanh, 6 parameters", "OutputLayer 2 → 2 softmax, 6 parameters");
        assertThat(problem.data().understood())
                .contains("  replaced by each trial's: its updater Sgd(learningRate 0.1)");
    }

    @Test
    void yaml_is_the_same_model() throws IOException {
        Files.writeString(
                folder.resolve("model.json"), ModelFiles.small(new Sgd(0.1)).toJson());
        Files.writeString(
                folder.resolve("model.yaml"), ModelFiles.small(new Sgd(0.1)).toYaml());

        LoadedProblem json = ModelFiles.load(folder, "label: kind", "model.json");
        LoadedProblem yaml = ModelFiles.load(folder, "label: kind", "model.yaml");

        assertThat(yaml.facts()).isEqualTo(json.facts());
        assertThat(yaml.start(7)).containsExactly(json.start(7));
    }

    @Test
    void two_documents_in_a_file() throws IOException {
        String json = ModelFiles.small(new Sgd(0.1)).toJson();
        String yaml = ModelFiles.small(new Sgd(0.1)).toYaml();
        Files.writeString(folder.resolve("two.json"), json + "\n" + json);
        Files.writeString(folder.resolve("two.yaml"), yaml + "\n" + yaml);

        refused("two.json", "more than one document in the file");
        refused("two.yaml", "more than one document in the file");
    }

    @ParameterizedTest
    @CsvSource({
        "keras.json, '{\"class_name\": \"Sequential\", \"config\": []}', a model of Keras",
        "list.json, '[1, 2]', no such configuration",
        "text.json, 'a network of two layers', no such configuration",
        "empty.json, '', found an empty file",
        "empty.zip, '', found an empty file",
        "blank.json, ' \n\n', found an empty text",
        "comments.yaml, '# of nothing', found an empty text",
        "broken.json, '{\"confs\": [', 'no whole JSON, but its end'",
        "broken.yaml, '!<org.deeplearning4j', 'no whole YAML, but its end'",
        "tabs.yaml, 'confs:\n\t- 1', neither"
    })
    void other_files(String name, String content, String message) throws IOException {
        Files.writeString(folder.resolve(name), content);

        refused(name, message);
    }

    @Test
    void hdf5() throws IOException {
        Files.write(folder.resolve("model.h5"), new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n'});

        refused("model.h5", "found HDF5, as Keras writes; DL4J's KerasModelImport");
    }

    private void refused(String model, String message) {
        assertThatThrownBy(() -> ModelFiles.load(folder, "label: kind", model))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(model)
                .hasMessageContaining(message)
                .message()
                .hasLineCount(1);
    }
}
