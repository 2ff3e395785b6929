package org.converge4j.problem.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.experiment.Randomness;

/** Data made to measure. */
public final class Synthetic {
    private Synthetic() {}

    /**
     * A linear relation y = Xw + b + noise whose loss surface is as ill-conditioned as asked. The columns of X have mean 0
     * and X'X/n has eigenvalues spaced evenly on a log scale from 1 to 1/condition, along directions drawn at random, so that
     * the mean squared error of Linear(features, targets), bias included, has exactly this condition number.
     *
     * @param rows how many, more than features
     * @param features columns of x
     * @param targets columns of y
     * @param condition the largest eigenvalue over the smallest
     * @param noise standard deviation of what is added to y
     * @param seed decides the numbers
     */
    @About(
            value = "A linear relation with a condition number of your choice",
            family = Family.BUILT_IN,
            source = "Bottou, Curtis & Nocedal, Optimization Methods for Large-Scale Machine Learning, section 4.2")
    public record Linear(
            @Setting(value = "how many rows, more than features", atLeast = 2, atMost = 1_000_000)
            int rows,

            @Setting(value = "columns of x", atLeast = 1, atMost = 500)
            int features,

            @Setting(value = "columns of y", atLeast = 1, atMost = 500)
            int targets,

            @Setting(value = "the largest eigenvalue of X'X/n over the smallest", atLeast = 1, atMost = 1e12)
            double condition,

            @Setting(value = "standard deviation of what is added to y", atLeast = 0)
            double noise,

            @Setting("decides the numbers") long seed)
            implements DataSource {
        public Linear() {
            this(100, 10, 1, 100, 0.1, 1);
        }

        @Override
        public Data load(Path base) {
            if (rows <= features) {
                throw new ProblemException("linear: "
                        + Mismatch.of(
                                "more rows than features, or no condition number could be kept",
                                rows + " rows of " + features + " features"));
            }
            Table.checkSize(rows, (long) features + targets, "linear");
            RandomGenerator normal = Randomness.DATA.stream(seed);
            double[] x = design(normal);
            return new Data(rows, x, observe(x, normal));
        }

        /** √n Q diag(s) V', with orthonormal Q orthogonal to a column of ones, and orthogonal V. */
        private double[] design(RandomGenerator normal) {
            double[][] q = Orthonormal.columns(rows, features, true, normal);
            double[][] v = Orthonormal.columns(features, features, false, normal);
            double[] x = new double[rows * features];
            for (int k = 0; k < features; k++) {
                double share = features == 1 ? 0 : (double) k / (features - 1);
                double scale = Math.sqrt(rows * Math.pow(condition, -share));
                for (int row = 0; row < rows; row++) {
                    double along = scale * q[k][row];
                    for (int c = 0; c < features; c++) {
                        x[row * features + c] += along * v[k][c];
                    }
                }
            }
            return x;
        }

        private double[] observe(double[] x, RandomGenerator normal) {
            double[] y = new double[rows * targets];
            for (int target = 0; target < targets; target++) {
                double[] weights = new double[features];
                Arrays.setAll(weights, c -> normal.nextGaussian());
                double bias = normal.nextGaussian();
                for (int row = 0; row < rows; row++) {
                    double value = bias + noise * normal.nextGaussian();
                    for (int c = 0; c < features; c++) {
                        value += x[row * features + c] * weights[c];
                    }
                    y[row * targets + target] = value;
                }
            }
            return y;
        }
    }
}
