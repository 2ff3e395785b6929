package org.converge4j.problem;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/** The least mean squared error that a linear network with bias can reach: the residual of the least-squares fit. */
final class Floor {
    private Floor() {}

    /** Exactly 0 where the fit can pass through every row; otherwise from a singular value decomposition. */
    static double of(Data data) {
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
