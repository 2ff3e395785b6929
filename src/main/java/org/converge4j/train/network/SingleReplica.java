package org.converge4j.train.network;

import java.util.OptionalDouble;
import org.converge4j.result.Evaluations;
import org.converge4j.train.step.Trainer;

/** A replica with a DL4J network of its own; as in {@link Trainer}. */
interface SingleReplica extends AutoCloseable {
    /** The loss of the whole training set where the updater is measured. */
    double loss();

    /** The same where it steps from, if that is elsewhere. */
    OptionalDouble lossAtStep();

    /** One update, on the next batch. */
    void step();

    /** A copy of the parameters at which the updater is measured, in DL4J's flat order. */
    double[] parameters();

    /** What it evaluated so far to take its steps. */
    Evaluations evaluations();

    /** As {@link Trainer#failedSearches} has it. */
    int failedSearches();

    @Override
    void close();
}
