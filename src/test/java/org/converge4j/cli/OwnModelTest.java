package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A model whose activation is a class of the user's own. */
class OwnModelTest {
    private static final String EXPERIMENT = """
            name: own
            problem: { data: { randn: { rows: 4, features: 2 } }, network: { dl4j: model.json } }
            updaters: [sgd]
            budget: { steps: 1 }
            seeds: 1
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write_a_model_whose_last_layer_has_another_name_for_the_identity() throws IOException {
        String json = new NeuralNetConfiguration.Builder()
                .list()
                .layer(new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(2)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build()
                .toJson();
        String identity = "org.nd4j.linalg.activations.impl.ActivationIdentity";
        assertThat(json).contains(identity);
        Files.writeString(folder.resolve("model.json"), json.replace(identity, "com.example.Same"));
    }

    @Test
    void is_trained_with_the_jar_that_holds_it() throws IOException {
        Cli cli = Cli.experiment(folder, EXPERIMENT, "--jar", jar());

        assertThat(cli.err()).isEmpty();
        assertThat(cli.code()).isZero();
        assertThat(cli.out()).contains("3 parameters");
    }

    @Test
    void is_refused_without_it_and_nothing_is_left_behind() {
        Cli cli = Cli.experiment(folder, EXPERIMENT);

        assertThat(cli.err())
                .isEqualToIgnoringNewLines("model.json: layer 0: expected a class of org.deeplearning4j,"
                        + " org.nd4j or a jar given with --jar, found com.example.Same");
        assertThat(cli.code()).isEqualTo(2);
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void is_explained_without_an_experiment() throws IOException {
        Path model = folder.resolve("model.json");

        assertThat(Cli.run("explain", model, "--jar", jar()).out())
                .isEqualToIgnoringNewLines(model + ": every seed starts by its own weight initialisation"
                        + "  replaced by each trial's: its updater Sgd(learningRate 0.001)");
        assertThat(Cli.run("explain", model).err())
                .isEqualToIgnoringNewLines(model + ": layer 0: expected a class of org.deeplearning4j,"
                        + " org.nd4j or a jar given with --jar, found com.example.Same");
    }

    private Path jar() throws IOException {
        return Jars.of(folder.resolve("own.jar"), """
                package com.example;
                public class Same extends org.nd4j.linalg.activations.impl.ActivationIdentity {}
                """, "");
    }
}
