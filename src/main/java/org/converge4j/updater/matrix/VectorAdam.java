package org.converge4j.updater.matrix;

import org.converge4j.updater.Block;

/**
 * AdamW for the vectors of a network whose matrices have a rule of their own.
 *
 * @param beta1 decay of the mean
 * @param beta2 decay of the mean square
 * @param nesterov whether the mean looks ahead, as NAdam's does
 * @param weightDecay decoupled
 */
record VectorAdam(double beta1, double beta2, double epsilon, boolean nesterov, double weightDecay) {
    /**
     * Replaces a vector's gradient by its update.
     *
     * @param m means, where the gradients are
     * @param v mean squares of vectors alone
     * @param from where the vector's are in {@code v}
     * @param t the step's number
     */
    void apply(Block block, double[] gradient, double[] m, double[] v, int from, int t, double rate, double[] theta) {
        double ofMean = 1 - Math.pow(beta1, t);
        double ofNext = 1 - Math.pow(beta1, t + 1);
        double ofSquare = 1 - Math.pow(beta2, t);
        for (int at = block.from(), i = from; at < block.to(); at++, i++) {
            double g = gradient[at];
            m[at] = beta1 * m[at] + (1 - beta1) * g;
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            double mean = nesterov ? beta1 * m[at] / ofNext + (1 - beta1) * g / ofMean : m[at] / ofMean;
            gradient[at] = rate * (mean / (Math.sqrt(v[i] / ofSquare) + epsilon) + weightDecay * theta[at]);
        }
    }
}
