package org.converge4j.problem.network;

import org.converge4j.function.Surface;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/** A DL4J configuration of either kind, or a function, which needs none. */
public sealed interface Configuration {
    /** Layers in a row, for a {@code MultiLayerNetwork}. */
    record Layers(MultiLayerConfiguration configuration) implements Configuration {}

    /** Layers in any arrangement, for a {@code ComputationGraph}. */
    record Graph(ComputationGraphConfiguration configuration) implements Configuration {}

    /** A function of two variables, its parameters x and y. */
    record Function(Surface surface) implements Configuration {}
}
