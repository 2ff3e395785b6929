package org.converge4j.experiment;

/** Of the network's parameters, gradients and updater state. */
public enum Precision {
    /** 64 bits. */
    DOUBLE,
    /** 32 bits. */
    FLOAT
}
