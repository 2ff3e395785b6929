package org.converge4j.train.network;

import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.train.step.Batches;
import org.converge4j.train.step.Replica;
import org.converge4j.train.update.UpdatePipeline;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * One plain DL4J network. A step is DL4J's gradient and DL4J's updater over the flat parameter vector, which is what
 * {@code fit} does for a network without regularisation, bit for bit, without its bookkeeping.
 */
final class NetworkReplica implements SingleReplica {
    private final DifferentiableNetwork network;
    private final Tensors tensors;
    private final @Nullable Batches batches;
    private final UpdatePipeline update;
    private int steps;
    private boolean fresh;
    private double score;

    /**
     * @param network its parameters those the replica starts from
     * @param batches the order of the rows, or null for full batches
     */
    NetworkReplica(DifferentiableNetwork network, Replica replica, Tensors tensors, @Nullable Batches batches) {
        this.network = network;
        this.tensors = tensors;
        this.batches = batches;
        this.update = new UpdatePipeline(replica, network.parameters());
    }

    /** DL4J's score at the present parameters; for full batches its gradient is kept for the next step. */
    @Override
    public double loss() {
        if (batches != null) {
            return Losses.of(network, tensors);
        }
        if (!fresh) {
            differentiate(tensors.all());
            fresh = true;
        }
        return score;
    }

    @Override
    public void step() {
        DataSet batch = batches == null ? tensors.all() : tensors.rows(batches.next());
        if (!fresh) {
            differentiate(batch);
        }
        INDArray gradient = network.gradient();
        gradient.divi(batch.numExamples());
        update.apply(gradient, ++steps);
        fresh = false;
    }

    @Override
    public double[] parameters() {
        return network.parameters().dup().data().asDouble();
    }

    @Override
    public void close() {
        network.close();
    }

    private void differentiate(DataSet rows) {
        score = network.differentiate(rows.getFeatures(), rows.getLabels());
    }
}
