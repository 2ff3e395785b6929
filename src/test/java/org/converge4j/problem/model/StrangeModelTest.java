package org.converge4j.problem.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.converge4j.Thorough;
import org.converge4j.config.Mutants;
import org.converge4j.config.Within;
import org.converge4j.problem.ProblemFile;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.result.JsonMutants;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Whatever a model's file holds, it is read, or refused within two seconds in one line that names it, in no library's own words. */
class StrangeModelTest {
    private static final int MUTATIONS = Thorough.or(30, 300);
    private static final String FOREIGN =
            "(?i)jackson|deserializ|creator|type id|pojo|cannot invoke|input length|exception";

    @TempDir
    Path folder;

    private final Random random = new Random(20);
    private final MultiLayerConfiguration network = new NeuralNetConfiguration.Builder()
            .list(
                    new DenseLayer.Builder()
                            .nIn(4)
                            .nOut(5)
                            .activation(Activation.TANH)
                            .build(),
                    new OutputLayer.Builder(LossFunction.MCXENT)
                            .nIn(5)
                            .nOut(3)
                            .activation(Activation.SOFTMAX)
                            .build())
            .build();

    @Test
    void json_of_another_structure() throws IOException {
        for (int i = 0; i < MUTATIONS; i++) {
            isReadOrRefused(
                    "model.json", JsonMutants.of(network.toJson(), random).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void bytes_of_json_yaml_and_a_zip() throws IOException {
        for (int i = 0; i < MUTATIONS; i++) {
            isReadOrRefused("model.json", Mutants.of(network.toJson().getBytes(StandardCharsets.UTF_8), random));
            isReadOrRefused("model.yaml", Mutants.of(network.toYaml().getBytes(StandardCharsets.UTF_8), random));
            isReadOrRefused("model.zip", Mutants.of(zip(), random));
        }
    }

    @Test
    void other_entries_in_a_zip() throws IOException {
        for (int i = 0; i < MUTATIONS; i++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip()));
                    ZipOutputStream out = new ZipOutputStream(bytes)) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (random.nextInt(12) > 0) {
                        out.putNextEntry(new ZipEntry(entry.getName()));
                        out.write(mutant(entry.getName(), in.readAllBytes()));
                    }
                }
            }
            isReadOrRefused("model.zip", bytes.toByteArray());
        }
    }

    private byte[] mutant(String name, byte[] content) {
        if (random.nextInt(2) == 0) {
            return content;
        }
        return name.endsWith(".json")
                ? JsonMutants.of(new String(content, StandardCharsets.UTF_8), random)
                        .getBytes(StandardCharsets.UTF_8)
                : Mutants.of(content, random);
    }

    @Test
    void a_layer_that_is_null() throws IOException {
        String json = network.toJson().replaceFirst("(?s)\"layer\" : \\{.*?\\n    \\}", "\"layer\" : null");

        assertThat(isReadOrRefused("model.json", json.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("model.json: layer 0: expected a layer, found null");
    }

    private byte[] zip() throws IOException {
        MultiLayerNetwork trained = new MultiLayerNetwork(network);
        trained.init();
        Path file = folder.resolve("whole.zip");
        trained.save(file.toFile(), true);
        return Files.readAllBytes(file);
    }

    /** What was said of it; nothing where it was read. */
    private String isReadOrRefused(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
        String[] said = {""};
        Within.twoSeconds(() -> {
            try {
                ProblemFile.load(folder, "data: iris, network: { dl4j: { file: " + name + " } }");
            } catch (ProblemException refusal) {
                said[0] = String.valueOf(refusal.getMessage());
                assertThat(said[0])
                        .startsWith(name + ":")
                        .hasSizeLessThan(1000)
                        .doesNotContainPattern("[\\p{Cc}\\p{Cf}]")
                        .doesNotContainPattern(FOREIGN);
            }
        });
        return said[0];
    }
}
