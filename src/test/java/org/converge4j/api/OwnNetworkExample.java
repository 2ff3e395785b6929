package org.converge4j.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.converge4j.analysis.Comparison;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A whole experiment in a dozen lines: which updater for this network on these data? docs/data-and-models.md shows this class. */
final class OwnNetworkExample {
    private OwnNetworkExample() {}

    static Comparison compare(DataSetIterator rows, Path results) throws InterruptedException {
        MultiLayerConfiguration network = new NeuralNetConfiguration.Builder()
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(2)
                        .nOut(8)
                        .activation(Activation.TANH)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(8)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build();
        return ExperimentBuilder.named("own-network")
                .data(rows, 0.2)
                .network(network)
                .updater("sgd", Map.of("learningRate", List.of(0.01, 0.1)))
                .updater("adam", Map.of("learningRate", 0.01))
                .seeds(2)
                .steps(50)
                .batch(8)
                .run(results);
    }
}
