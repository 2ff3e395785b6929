package org.converge4j.train.network;

/** A replica with a DL4J network of its own. */
interface SingleReplica extends AutoCloseable {
    /** The loss of the whole training set at the present parameters. */
    double loss();

    /** One update, on the next batch. */
    void step();

    /** A copy of the present parameters, in DL4J's flat order. */
    double[] parameters();

    @Override
    void close();
}
