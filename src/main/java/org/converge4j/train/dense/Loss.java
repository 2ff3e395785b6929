package org.converge4j.train.dense;

/** What is averaged over the rows. */
public enum Loss {
    /** The mean over the outputs of (a − y)². */
    MEAN_SQUARED_ERROR,
    /** −Σ y log a over the outputs of a softmax, a kept within 1e-10 of 0 and 1 as DL4J does. */
    CROSS_ENTROPY
}
