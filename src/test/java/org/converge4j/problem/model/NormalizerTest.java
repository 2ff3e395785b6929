package org.converge4j.problem.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.data.ProblemException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.preprocessor.DataNormalization;
import org.nd4j.linalg.dataset.api.preprocessor.ImagePreProcessingScaler;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerMinMaxScaler;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** The normalizer in a model's zip is applied to the data; DL4J's own {@code transform} is the other side. */
class NormalizerTest {
    private static final double[][] ROWS = {{1, 200}, {2, 150}, {4, 300}, {8, 250}};

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "a,b,kind\n1,200,x\n2,150,y\n4,300,x\n8,250,y\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STANDARDIZE", "MIN_MAX", "IMAGE_MIN_MAX"})
    void is_used(String kind) throws IOException {
        DataNormalization normalizer = fitted(kind);
        save(normalizer);

        LoadedProblem problem = ModelFiles.load(folder, "label: kind, testFile: data.csv", "model.zip");

        INDArray expected = Nd4j.createFromArray(ROWS);
        normalizer.transform(expected);
        double[] numbers = expected.dup('c').data().asDouble();
        assertThat(problem.data().x()).containsExactly(numbers, within(1e-6)); // its statistics are floats
        assertThat(problem.data().test().orElseThrow().x()).containsExactly(numbers, within(1e-6));
        assertThat(problem.data().understood()).contains("  used: its normalizer " + kind + ", on the features");
    }

    @Test
    void is_left_out_and_said_where_the_experiment_scales() throws IOException {
        save(fitted("STANDARDIZE"));

        LoadedProblem problem = ModelFiles.load(folder, "label: kind, standardise: features", "model.zip");

        // (1 − 3.75)/s, s² = ((1−3.75)² + (2−3.75)² + (4−3.75)² + (8−3.75)²)/3
        assertThat(problem.data().x()[0]).isCloseTo(-2.75 / Math.sqrt(28.75 / 3), within(1e-12));
        assertThat(problem.data().understood())
                .contains("  left out: its normalizer STANDARDIZE, for standardise: scales the features already");
    }

    @Test
    void of_other_columns_is_refused() throws IOException {
        NormalizerStandardize other = new NormalizerStandardize(
                Nd4j.createFromArray(new double[][] {{1, 2, 3}}), Nd4j.createFromArray(new double[][] {{1, 1, 1}}));
        save(other);

        assertThatThrownBy(() -> ModelFiles.load(folder, "label: kind", "model.zip"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("model.zip: its normalizer: expected 2 columns, the data's features, found 3");
    }

    private static DataNormalization fitted(String kind) {
        DataNormalization normalizer = switch (kind) {
            case "STANDARDIZE" -> new NormalizerStandardize();
            case "MIN_MAX" -> new NormalizerMinMaxScaler(-1, 1);
            default -> new ImagePreProcessingScaler(0, 2);
        };
        normalizer.fit(new DataSet(Nd4j.createFromArray(ROWS), Nd4j.zeros(DataType.DOUBLE, 4, 2)));
        return normalizer;
    }

    private void save(DataNormalization normalizer) throws IOException {
        MultiLayerNetwork network = new MultiLayerNetwork(ModelFiles.small(new Sgd(0.1)));
        network.init();
        Path zip = folder.resolve("model.zip");
        network.save(zip.toFile());
        ModelSerializer.addNormalizerToModel(zip.toFile(), normalizer);
        network.close();
    }
}
