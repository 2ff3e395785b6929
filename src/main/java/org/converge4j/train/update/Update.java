package org.converge4j.train.update;

import org.converge4j.train.step.Numeric;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Updater;

/**
 * An updater at work: its rule, and what it remembers.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
interface Update<A> {
    /**
     * Turns a gradient into an update, which is to be subtracted.
     *
     * @param gradient overwritten
     * @param step t = 1 for the first
     * @param rate η at this step; a factor on the update where the rule has no rate
     */
    void apply(A gradient, int step, double rate);

    /** The parameters to measure the loss at; those given, for most rules. */
    default double[] evaluatedAt(double[] parameters) {
        return parameters;
    }

    /** An updater at work on so many parameters. */
    static <A> Update<A> by(Updater updater, Numeric<A> numeric, int size, Lookout<A> lookout) {
        return updater instanceof Rule rule
                ? new RuleUpdate<>(rule, numeric, size, lookout)
                : Twin.of(updater, numeric, size);
    }
}
