package org.converge4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A recurrent network on sequences of one number that have one of two labels at each step. */
final class StepLabels {
    static final String EXPERIMENT = """
            name: steps
            problem:
              name: steps
              data: { csv: { file: long.csv, sequence: who, label: kind } }
              network: { dl4j: { file: each.json } }
            updaters: [sgd]
            seeds: 1
            budget: { steps: 3 }
            """;

    private StepLabels() {}

    /**
     * Writes what the experiment names.
     *
     * @param rows lines of who, heat and kind
     */
    static void write(Path folder, String rows) throws IOException {
        Files.writeString(folder.resolve("long.csv"), "who,heat,kind\n" + rows);
        RnnOutputLayer output = new RnnOutputLayer.Builder(LossFunction.MCXENT)
                .nIn(3)
                .nOut(2)
                .activation(Activation.SOFTMAX)
                .build();
        Files.writeString(
                folder.resolve("each.json"),
                new NeuralNetConfiguration.Builder()
                        .updater(new Sgd(0.1))
                        .list(new LSTM.Builder().nIn(1).nOut(3).build(), output)
                        .build()
                        .toJson());
    }
}
