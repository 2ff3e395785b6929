package org.converge4j.train.step;

import java.util.OptionalDouble;
import org.converge4j.result.Evaluations;

/**
 * Replicas of one problem under one updater, advanced together. They share data and rule and differ in starting point, batch
 * order and learning rate; no replica's numbers depend on the others.
 */
public interface Trainer extends AutoCloseable {
    /** What records call it. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** How many replicas. */
    int replicas();

    /**
     * The mean loss of the whole training set where a replica's updater is measured, which for most is where it steps from; not finite
     * once it has diverged.
     */
    double loss(int replica);

    /** The same where it steps from, if that is elsewhere. */
    OptionalDouble lossAtStep(int replica);

    /** One update of every replica, each on its next batch. */
    void step();

    /** A copy of the parameters at which a replica's updater is measured now, in DL4J's flat order. */
    double[] parameters(int replica);

    /** What a replica evaluated so far to take its steps. */
    Evaluations evaluations(int replica);

    /** In how many steps of a replica a search along a line found no lower place. */
    int failedSearches(int replica);

    @Override
    void close();
}
