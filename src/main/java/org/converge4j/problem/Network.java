package org.converge4j.problem;

import org.converge4j.catalog.NetworkSettings;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.nd4j.linalg.api.buffer.DataType;

/** What is fitted to the data. */
public interface Network extends NetworkSettings {
    /** A new DL4J configuration for so many columns in and out; never one handed out before, because DL4J counts in it. */
    MultiLayerConfiguration configure(int features, int targets, DataType type);

    /** Whether the loss is a quadratic whose least value {@link Floor} can compute: linear with mean squared error. */
    boolean isLeastSquares();
}
