package org.converge4j.problem;

/** Which columns are shifted to mean 0 and scaled to standard deviation 1 (the sample's, with n − 1). */
public enum Standardise {
    /** None: columns as they are. */
    NONE,
    /** The features. */
    FEATURES,
    /** Features and targets. */
    ALL;

    /** Standardises every column of a row-major table, in place. */
    static void columns(double[] table, int rows, String what) {
        int columns = table.length / rows;
        for (int c = 0; c < columns; c++) {
            double mean = 0;
            for (int i = c; i < table.length; i += columns) {
                mean += table[i] / rows;
            }
            double squares = 0;
            for (int i = c; i < table.length; i += columns) {
                squares += (table[i] - mean) * (table[i] - mean);
            }
            double deviation = Math.sqrt(squares / (rows - 1));
            if (!(deviation > 0)) {
                throw new ProblemException(what + " column " + (c + 1)
                        + " is constant and cannot be standardised; ignore it, or standardise: none");
            }
            for (int i = c; i < table.length; i += columns) {
                table[i] = (table[i] - mean) / deviation;
            }
        }
    }
}
