package org.converge4j.problem;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/** A DL4J configuration of either kind. */
public sealed interface Configuration {
    /** Layers in a row, for a {@code MultiLayerNetwork}. */
    record Layers(MultiLayerConfiguration configuration) implements Configuration {}

    /** Layers in any arrangement, for a {@code ComputationGraph}. */
    record Graph(ComputationGraphConfiguration configuration) implements Configuration {}
}
