package org.converge4j.problem.data;

/**
 * Which columns are shifted to mean 0 and scaled to standard deviation 1 (the sample's, with n − 1), by the training part
 * alone. Indicators of categories stay 0 and 1.
 */
public enum Standardise {
    /** None: columns as they are. */
    NONE,
    /** The features. */
    FEATURES,
    /** Features, and the targets of a regression. */
    ALL
}
