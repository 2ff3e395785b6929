package org.converge4j.examine;

import org.converge4j.updater.Installation;
import org.converge4j.updater.Updater;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A network 3 → 4 → 1 with tanh inside and mean squared error, in double precision, and six rows for it. */
final class SmallNetwork {
    private static final int ROWS = 6;
    private static final int FEATURES = 3;
    private static final int HIDDEN = 4;
    private static final int PARAMETERS = (FEATURES + 1) * HIDDEN + HIDDEN + 1;

    private SmallNetwork() {}

    static MultiLayerConfiguration configuration(IUpdater updater) {
        return new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .updater(updater)
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(FEATURES)
                        .nOut(HIDDEN)
                        .activation(Activation.TANH)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(HIDDEN)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build();
    }

    static IUpdater updater(MultiLayerConfiguration configuration) {
        return ((BaseLayer) configuration.getConf(0).getLayer()).getIUpdater();
    }

    /** A new network at its starting point, the same at each call, with an updater that needs no more than DL4J shows. */
    static MultiLayerNetwork start(Updater updater) {
        MultiLayerConfiguration configuration = configuration(updater.toDl4j());
        if (!updater.reads().isEmpty()) {
            Installation.install(configuration, updater);
        }
        return start(configuration);
    }

    /** A new network at its starting point, the same at each call. */
    static MultiLayerNetwork start(MultiLayerConfiguration configuration) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        network.setParams(waves(0.7, PARAMETERS));
        return network;
    }

    static void train(MultiLayerNetwork network, int steps) {
        INDArray x = waves(1.3, ROWS * FEATURES).reshape(ROWS, FEATURES);
        INDArray y = waves(2.1, ROWS).reshape(ROWS, 1);
        for (int i = 0; i < steps; i++) {
            network.fit(x, y);
        }
    }

    static double[] parameters(MultiLayerNetwork network) {
        return network.params().toDoubleVector();
    }

    /** Numbers in (−½, ½) without a pattern: sines of multiples of a frequency. */
    private static INDArray waves(double frequency, int length) {
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = 0.5 * Math.sin(frequency * (i + 1) * (i + 1));
        }
        return Nd4j.createFromArray(numbers);
    }
}
