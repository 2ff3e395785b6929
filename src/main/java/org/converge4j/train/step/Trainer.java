package org.converge4j.train.step;

/**
 * Replicas of one problem under one updater, advanced together. They share data and rule and differ in starting point, batch
 * order and learning rate; no replica's numbers depend on the others.
 */
public interface Trainer extends AutoCloseable {
    /** How many replicas. */
    int replicas();

    /** The mean loss of the whole training set at a replica's present parameters; not finite once it has diverged. */
    double loss(int replica);

    /** One update of every replica, each on its next batch. */
    void step();

    /** A copy of a replica's present parameters, in DL4J's flat order. */
    double[] parameters(int replica);

    @Override
    void close();
}
