package org.converge4j.problem;

import java.util.Optional;
import org.converge4j.experiment.Curvature;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * The curvature of the mean squared error of a linear network with bias: its Hessian is 2 X'X / (rows · targets), X with a
 * column of ones, once for every target; its eigenvalues are the squares of X's singular values on that scale.
 */
final class Spectrum {
    /** Beyond this many multiplications a decomposition takes more than a few seconds. */
    private static final double MOST_WORK = 2e8;

    private Spectrum() {}

    /** Nothing where rows · features² is above 2·10⁸, or where every feature is zero. */
    static Optional<Curvature> of(Data data) {
        double few = Math.min(data.features() + 1, data.rows());
        if (few * few * Math.max(data.features() + 1, data.rows()) > MOST_WORK) {
            return Optional.empty();
        }
        RealMatrix x = new Array2DRowRealMatrix(data.rows(), data.features() + 1);
        for (int row = 0; row < data.rows(); row++) {
            for (int c = 0; c < data.features(); c++) {
                x.setEntry(row, c, data.x()[row * data.features() + c]);
            }
            x.setEntry(row, data.features(), 1);
        }
        SingularValueDecomposition svd = new SingularValueDecomposition(x);
        double[] descending = svd.getSingularValues();
        double scale = 2.0 / data.y().length;
        double largest = descending[0];
        double smallest = descending[svd.getRank() - 1];
        return Optional.of(new Curvature(scale * largest * largest, scale * smallest * smallest));
    }
}
