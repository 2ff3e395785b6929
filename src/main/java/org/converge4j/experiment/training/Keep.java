package org.converge4j.experiment.training;

/** What records keep beyond what reports are made of. */
public enum Keep {
    /** The last parameters, also of a network with many. */
    PARAMETERS
}
