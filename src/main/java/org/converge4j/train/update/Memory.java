package org.converge4j.train.update;

import java.util.List;
import java.util.function.Function;
import org.converge4j.updater.Block;
import org.converge4j.updater.Extent;

/** Room for what rules remember. */
final class Memory {
    private Memory() {}

    /** Zeros, a vector for each name. */
    static double[][] of(List<String> names, Function<String, Extent> extent, int parameters, List<Block> blocks) {
        return names.stream()
                .map(name -> new double[extent.apply(name).of(parameters, blocks)])
                .toArray(double[][]::new);
    }
}
