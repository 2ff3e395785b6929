package org.converge4j.problem.model;

import java.nio.file.Path;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.ProblemFile;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Models of a few weights, and problems that use them. */
final class ModelFiles {
    private ModelFiles() {}

    /** Two inputs, two hidden units, two classes. */
    static NeuralNetConfiguration.ListBuilder small(NeuralNetConfiguration.Builder builder) {
        return builder.list()
                .layer(new DenseLayer.Builder()
                        .nIn(2)
                        .nOut(2)
                        .activation(Activation.TANH)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(2)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build());
    }

    static MultiLayerConfiguration small(IUpdater updater) {
        return small(new NeuralNetConfiguration.Builder().updater(updater)).build();
    }

    /**
     * The problem of a table in {@code data.csv} and a model.
     *
     * @param settings of the table
     */
    static LoadedProblem load(Path folder, String settings, String model) {
        return ProblemFile.load(
                folder, "data: { csv: { file: data.csv, " + settings + " } }, network: { dl4j: " + model + " }");
    }
}
