package org.converge4j.train.network;

import org.converge4j.problem.network.DifferentiableNetwork;
import org.nd4j.linalg.dataset.DataSet;

/** The loss of a network over many rows. */
final class Losses {
    private Losses() {}

    /** The mean over all rows without dropout, and what regularisation adds. */
    static double of(DifferentiableNetwork network, Tensors rows) {
        double sum = 0;
        int count = 0;
        for (DataSet block : rows.blocks()) {
            sum += network.loss(block.getFeatures(), block.getLabels()) * block.numExamples();
            count += block.numExamples();
        }
        return sum / count;
    }
}
