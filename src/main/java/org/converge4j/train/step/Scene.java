package org.converge4j.train.step;

import java.util.List;
import java.util.Optional;
import org.converge4j.updater.Block;

/**
 * What a problem shows to rules that look.
 *
 * @param blocks the matrices and vectors that the parameters form, in order; empty where they form none
 * @param floor the least loss possible, where it is known
 */
public record Scene(List<Block> blocks, Optional<Double> floor) {
    /** Nothing is known. */
    public static final Scene NONE = new Scene(List.of(), Optional.empty());

    public Scene {
        blocks = List.copyOf(blocks);
    }
}
