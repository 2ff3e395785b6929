package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What was made with version 0.1.0, before packages were cut into rooms, works: a jar compiled against it, and a network that it saved.
 * Both are kept and never renewed. The jar holds the updater that the README of that version shows, and {@code com.example.Ask}, which
 * asks a question with {@code ExperimentBuilder} and counts the trials of the {@code Comparison}.
 */
class LastVersionTest {
    private static final Path JAR = Path.of("src/test/resources/compat/version-0.1.0.jar");

    @TempDir
    Path folder;

    @Test
    void its_updater_is_listed_verified_and_run() {
        assertThat(Cli.run("list", "updaters", "--jar", JAR).out()).contains("qhm");
        assertThat(Jars.broken(JAR, "qhm")).isEmpty();
        Cli run = Cli.experiment(folder, """
                name: last
                problem: { data: randn }
                updaters: [sgd, qhm]
                seeds: 1
                budget: { steps: 10 }
                """, "--jar", JAR);
        assertThat(run.err())
                .isEqualToIgnoringNewLines("qhm: com.example.Qhm takes the place of the catalog's own qhm.");
        assertThat(run.code()).isZero();
    }

    @Test
    void its_java_code_asks_and_reads_the_answer() throws Exception {
        try (URLClassLoader users = new URLClassLoader(new URL[] {JAR.toUri().toURL()})) {
            Object trials = users.loadClass("com.example.Ask")
                    .getMethod("trials", Path.class)
                    .invoke(null, folder.resolve("ask"));
            assertThat(trials).isEqualTo(3); // two rates of sgd, one adam
        }
    }

    @Test
    void its_saved_network_goes_on_where_it_stopped() throws Exception {
        File file =
                new File("src/test/resources/compat/torchAdam-0.1.0.zip"); // after 3 steps of torchAdam with amsgrad
        INDArray x = Nd4j.createFromArray(new double[][] {{1, 2}, {3, -1}});
        INDArray y = Nd4j.createFromArray(new double[][] {{1}, {-2}});
        MultiLayerNetwork network = ModelSerializer.restoreMultiLayerNetwork(file, true);
        network.fit(x, y);
        network.fit(x, y);

        // what version 0.1.0 itself printed after two more steps without saving
        assertThat(network.params().toDoubleVector())
                .containsExactly(
                        new double[] {0.4500660298318755, -0.2000407458032285, 0.07508022622362094}, within(1e-15));
    }
}
