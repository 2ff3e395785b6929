package org.converge4j.problem;

import org.converge4j.catalog.NetworkSettings;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.nd4j.linalg.api.buffer.DataType;

/** What is fitted to the data. */
public interface Network extends NetworkSettings {
    /**
     * A new DL4J configuration whose inputs and outputs are the data's columns; never one handed out before, because DL4J
     * counts in it.
     *
     * @throws ProblemException if this network cannot be fitted to such data
     */
    MultiLayerConfiguration configure(Data data, DataType type);

    /**
     * Whether the loss over a regression is a quadratic whose least value {@link Floor} can compute: linear with mean squared
     * error.
     */
    boolean isLeastSquares();
}
