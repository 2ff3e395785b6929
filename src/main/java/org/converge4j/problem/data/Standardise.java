package org.converge4j.problem.data;

/**
 * Which columns are shifted to mean 0 and scaled to standard deviation 1 (the sample's, with n − 1), by the training part
 * alone. Indicators of categories stay 0 and 1.
 */
public enum Standardise {
    /** None: columns as they are. */
    NONE("nothing"),
    /** The features. */
    FEATURES("each feature, to mean 0 and standard deviation 1 of the training part"),
    /** Features, and the targets of a regression. */
    ALL("each feature and target, to mean 0 and standard deviation 1 of the training part"),
    /** The features by one shift and one scale for all of them, as the points of pictures want; some may be constant. */
    PIXELS("all features by one shift and one scale, to mean 0 and standard deviation 1 over the training part");

    private final String words;

    Standardise(String words) {
        this.words = words;
    }

    /** What it does, in words. */
    public String spoken() {
        return words;
    }
}
