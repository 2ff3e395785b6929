package org.converge4j.train.layer;

import org.bytedeco.javacpp.Pointer;

/**
 * An array of a layer's parameters where it lies in the network's memory.
 *
 * @param values views of DL4J's own array
 * @param gradient the same of the gradient, which layers add to
 * @param length how many
 */
public record Weights(Pointer values, Pointer gradient, int length) {
    /** No parameters. */
    public static final Weights NONE = new Weights(new Pointer(), new Pointer(), 0);
}
