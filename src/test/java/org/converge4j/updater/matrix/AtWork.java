package org.converge4j.updater.matrix;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.Block;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Sight;
import org.converge4j.updater.Step;

/** A rule at work without a network; its parameters stay at 0. */
record AtWork(Rule rule, List<Block> blocks, double[][] state) {
    AtWork(Rule rule, List<Block> blocks, int length) {
        this(rule, blocks, Extent.memory(rule, length, blocks));
    }

    /** The update of a gradient, which is overwritten. */
    double[] update(double[] gradient, int t) {
        Set<Reads> all = EnumSet.allOf(Reads.class);
        Sight sight = new Sight(all, new double[gradient.length], blocks, Optional.empty(), null);
        rule.apply(gradient, state, new Step(t, rule.learningRate(), sight));
        return gradient;
    }

    /** Numbers without a pattern, of either sign and different sizes. */
    static double[] gradient(int t, int length) {
        double[] gradient = new double[length];
        Arrays.setAll(gradient, i -> Math.sin(0.7 * t + 1.3 * i) * Math.exp(0.1 * Math.sin(t)));
        return gradient;
    }
}
