package org.converge4j.updater.matrix;

import org.converge4j.updater.Block;
import org.converge4j.updater.Step;

/**
 * Momentum of a matrix, moved to the nearest orthogonal one.
 *
 * @param beta decay of the mean
 * @param nesterov whether to look ahead
 * @param epsilon ε, keeps the quotient finite
 * @param rms size of an update's components; 0: √max(1, outputs/inputs) times the orthogonal matrix
 * @param weightDecay decoupled
 */
record OrthogonalMomentum(double beta, boolean nesterov, double epsilon, double rms, double weightDecay) {
    /** Replaces a matrix's gradient by its update; its means lie in {@code m} where the gradients do. */
    void apply(Block block, double[] gradient, double[] m, Step step) {
        double ofNow = 1 - Math.pow(beta, step.number());
        double ofNext = 1 - Math.pow(beta, step.number() + 1);
        double[] n = new double[block.size()];
        for (int i = 0; i < n.length; i++) {
            int at = block.from() + i;
            double g = gradient[at];
            m[at] = beta * m[at] + (1 - beta) * g;
            n[i] = nesterov ? beta * m[at] / ofNext + (1 - beta) * g / ofNow : m[at] / ofNow;
        }
        double[] x = Orthogonal.nearest(n, block.rows(), block.columns(), epsilon);
        double scale = scale(block);
        for (int i = 0; i < n.length; i++) {
            int at = block.from() + i;
            gradient[at] = step.learningRate() * (scale * x[i] + weightDecay * step.parameters()[at]);
        }
    }

    private double scale(Block block) {
        return rms == 0
                ? Math.sqrt(Math.max(1, (double) block.rows() / block.columns()))
                : rms * Math.sqrt(Math.max(block.rows(), block.columns()));
    }
}
