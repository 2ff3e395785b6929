package org.converge4j.train;

import org.converge4j.updater.Updater;

/**
 * One of the networks that a trainer advances.
 *
 * @param updater with this replica's settings
 * @param treatment what is done around the updater
 * @param start the starting parameters, in DL4J's flat order
 * @param seed decides the order of its batches
 */
public record Replica(Updater updater, Treatment treatment, double[] start, long seed) {
    /** A replica whose updater works alone. */
    public Replica(Updater updater, double[] start, long seed) {
        this(updater, Treatment.NONE, start, seed);
    }
}
