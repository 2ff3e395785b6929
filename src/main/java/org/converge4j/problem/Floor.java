package org.converge4j.problem;

import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/** The least mean squared error that a linear network with bias can reach: the residual of the least-squares fit. */
final class Floor {
    /** Beyond this many multiplications a decomposition takes more than a few seconds. */
    private static final double MOST_WORK = 2e8;

    private Floor() {}

    /**
     * Exactly 0 where the fit can pass through every row; otherwise from a singular value decomposition. Nothing where rows ·
     * features² is above 2·10⁸, as for 60,000 rows of 784.
     */
    static Optional<Double> of(Data data) {
        double columns = Math.min(data.features() + 1, data.rows());
        if (columns * columns * Math.max(data.features() + 1, data.rows()) > MOST_WORK) {
            return Optional.empty();
        }
        return Optional.of(residual(data));
    }

    private static double residual(Data data) {
        RealMatrix x = new Array2DRowRealMatrix(data.rows(), data.features() + 1);
        RealMatrix y = new Array2DRowRealMatrix(data.rows(), data.targets());
        for (int row = 0; row < data.rows(); row++) {
            for (int c = 0; c < data.features(); c++) {
                x.setEntry(row, c, data.x()[row * data.features() + c]);
            }
            x.setEntry(row, data.features(), 1);
            for (int c = 0; c < data.targets(); c++) {
                y.setEntry(row, c, data.y()[row * data.targets() + c]);
            }
        }
        SingularValueDecomposition svd = new SingularValueDecomposition(x);
        if (svd.getRank() == data.rows()) {
            return 0;
        }
        RealMatrix residual = y.subtract(x.multiply(svd.getSolver().solve(y)));
        double norm = residual.getFrobeniusNorm();
        return norm * norm / data.y().length;
    }
}
