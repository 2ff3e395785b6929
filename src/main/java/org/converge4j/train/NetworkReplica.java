package org.converge4j.train;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One DL4J network. A step is DL4J's gradient and DL4J's updater over the flat parameter vector, which is what {@code fit}
 * does for a network without regularisation, bit for bit, without its bookkeeping.
 */
final class NetworkReplica {
    private final MultiLayerNetwork network;
    private final Tensors tensors;
    private final @Nullable Batches batches;
    private final UpdatePipeline update;
    private final INDArray parameters;
    private final INDArray gradient;
    private int steps;
    private boolean fresh;

    /**
     * @param batches the order of the rows, or null for full batches
     */
    NetworkReplica(MultiLayerConfiguration configuration, Replica replica, Tensors tensors, @Nullable Batches batches) {
        this.network = new MultiLayerNetwork(configuration);
        this.tensors = tensors;
        this.batches = batches;
        network.init();
        network.initGradientsView();
        this.parameters = network.params().reshape(network.numParams()); // a view
        this.gradient = network.getFlattenedGradients().reshape(network.numParams());
        parameters.assign(Nd4j.createFromArray(replica.start()).castTo(parameters.dataType()));
        this.update = new UpdatePipeline(replica, parameters);
    }

    /** DL4J's score at the present parameters, which is the mean loss; its gradient is kept for a full-batch step. */
    double loss() {
        if (!fresh) {
            differentiate(tensors.all());
            fresh = batches == null;
        }
        return network.score();
    }

    void step() {
        DataSet batch = batches == null ? tensors.all() : tensors.rows(batches.next());
        if (!fresh) {
            differentiate(batch);
        }
        gradient.divi(batch.numExamples());
        update.apply(gradient, ++steps);
        fresh = false;
    }

    double[] parameters() {
        return parameters.dup().data().asDouble();
    }

    void close() {
        network.close();
    }

    /** Leaves the sum of the rows' gradients in the flat view. */
    private void differentiate(DataSet rows) {
        network.setInput(rows.getFeatures());
        network.setLabels(rows.getLabels());
        network.computeGradientAndScore();
    }
}
