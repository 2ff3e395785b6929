package org.converge4j.updater.averaging;

/**
 * How much a step counts in a schedule-free average.
 *
 * @param power of the largest rate so far that a step weighs
 */
record Weights(double power) {
    /** The share of the newest step among all so far; both sums are one number each. */
    double share(double rate, double[] total, double[] largest) {
        largest[0] = Math.max(largest[0], rate);
        double weight = Math.pow(largest[0], power);
        total[0] += weight;
        return total[0] == 0 ? 0 : weight / total[0];
    }
}
