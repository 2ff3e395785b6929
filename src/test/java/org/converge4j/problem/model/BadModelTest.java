package org.converge4j.problem.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.converge4j.config.Within;
import org.converge4j.problem.ProblemFile;
import org.converge4j.problem.data.ProblemException;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A model that cannot be used is refused in one line that names file and layer. */
class BadModelTest {
    @TempDir
    Path folder;

    @Test
    void fewer_inputs_than_the_data_has_features() throws IOException {
        refused(model(3, 3).toJson(), "layer 0 (DenseLayer): expected 4 inputs, the data's features, found 3");
    }

    @Test
    void fewer_outputs_than_the_data_has_classes() throws IOException {
        refused(model(4, 2).toJson(), "layer 1 (OutputLayer): expected 3 outputs, the data's classes, found 2");
    }

    @Test
    void a_layer_class_that_dl4j_does_not_have() throws IOException {
        refused(
                model(4, 3).toJson().replace("layers.DenseLayer", "layers.DanceLayer"),
                "layer 0: expected a class of DL4J 1.0.0-M2.1, found org.deeplearning4j.nn.conf.layers.DanceLayer");
    }

    @Test
    void a_class_that_is_not_dl4js() throws IOException {
        refused(
                model(4, 3).toJson().replace("org.deeplearning4j.nn.conf.layers.DenseLayer", "javax.swing.JEditorPane"),
                "layer 0: expected a class of org.deeplearning4j, org.nd4j or a jar given with --jar, found javax.swing.JEd");
    }

    /** DL4J 0.9 wrapped each layer in its kind instead of naming its class; this one lacks what makes a layer. */
    @Test
    void half_a_model_of_an_older_dl4j() throws IOException {
        refused(
                """
                { "backprop": true, "confs": [ { "layer": { "dense": { "nin": 4, "nout": 3 } } } ] }
                """,
                "expected a model that DL4J 1.0.0-M2.1 reads, found one in the form of DL4J before 1.0.0-beta that it does not (");
    }

    @Test
    void half_a_json() throws IOException {
        String json = model(4, 3).toJson();
        assertThat(run(Files.writeString(folder.resolve("model.json"), json.substring(0, json.length() / 2))))
                .startsWith("model.json:")
                .contains("found no whole JSON");
    }

    @Test
    void no_dl4j_configuration() throws IOException {
        refused("{}", "expected what MultiLayerConfiguration.toJson or");
    }

    @Test
    void a_truncated_zip() throws IOException {
        Path zip = folder.resolve("model.zip");
        MultiLayerNetwork network = new MultiLayerNetwork(model(4, 3));
        network.init();
        network.save(zip.toFile());
        network.close();
        byte[] whole = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(whole, whole.length / 2));

        assertThat(run(zip))
                .isEqualTo(
                        "model.zip: expected what DL4J's ModelSerializer wrote, found no whole model: the zip is damaged, or"
                                + " breaks off");
    }

    /** Entries are read by name and never written, so where their names point to does not matter. */
    @Test
    void a_zip_whose_entries_point_elsewhere() throws IOException {
        Path zip = folder.resolve("model.zip");
        try (ZipOutputStream entries = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("../configuration.json", "/configuration.json", "../../escaped")) {
                entries.putNextEntry(new ZipEntry(name));
                entries.write(model(4, 3).toJson().getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(run(zip))
                .startsWith(
                        "model.zip: expected what DL4J's toJson or ModelSerializer wrote, found no whole model: there is no configuration.json in the zip");
        assertThat(folder.resolveSibling("configuration.json")).doesNotExist();
        assertThat(folder.resolve("../../escaped")).doesNotExist();
    }

    @Test
    void weights_that_are_none() throws IOException {
        byte[] array = {0, 18, 'M', 'I', 'X', 'E', 'D', '_', 'D', 'A', 'T', 'A', '_', 'T', 'Y', 'P', 'E', 'S', 'x', 'x'
        };
        for (byte[] junk :
                List.of(new byte[0], new byte[100], "no weights".repeat(100).getBytes(StandardCharsets.UTF_8), array)) {
            Path zip = folder.resolve("model.zip");
            try (ZipOutputStream entries = new ZipOutputStream(Files.newOutputStream(zip))) {
                entries.putNextEntry(new ZipEntry("configuration.json"));
                entries.write(model(4, 3).toJson().getBytes(StandardCharsets.UTF_8));
                entries.putNextEntry(new ZipEntry("coefficients.bin"));
                entries.write(junk);
            }
            Within.twoSeconds(() -> assertThat(run(zip)).contains("found no whole model: its weights "));
        }
    }

    @Test
    void json_that_is_nested_without_end() throws IOException {
        String deep = "{\"confs\": " + "[".repeat(100_000);

        Within.twoSeconds(() -> assertThat(run(Files.writeString(folder.resolve("model.json"), deep)))
                .startsWith("model.json: expected ")
                .contains("more than 500 levels"));
    }

    @Test
    void a_layer_that_no_memory_would_hold() {
        Within.twoSeconds(() -> refused(
                model(4, 3).toJson().replace("\"nout\" : 5", "\"nout\" : 200000000"),
                "layer 0 (DenseLayer): expected at most 100000000 parameters, found 1000000000 with this one"));
        Within.twoSeconds(() -> refused(
                model(4, 3).toJson().replace("\"nout\" : 5", "\"nout\" : 9223372036854775807"),
                "layer 0 (DenseLayer): expected at most 100000000 parameters, found 4 inputs and 9223372036854775807"
                        + " outputs"));
    }

    private void refused(String json, String message) throws IOException {
        assertThat(run(Files.writeString(folder.resolve("model.json"), json))).startsWith("model.json: " + message);
    }

    private String run(Path model) {
        Throwable refusal = catchThrowable(
                () -> ProblemFile.load(folder, "data: iris, network: { dl4j: %s }".formatted(model.getFileName())));

        assertThat(refusal).isInstanceOf(ProblemException.class).message().hasLineCount(1);
        return String.valueOf(refusal.getMessage());
    }

    private static MultiLayerConfiguration model(int inputs, int outputs) {
        return new NeuralNetConfiguration.Builder()
                .list()
                .layer(new DenseLayer.Builder().nIn(inputs).nOut(5).build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(5)
                        .nOut(outputs)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build();
    }
}
