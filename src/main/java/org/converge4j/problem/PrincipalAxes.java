package org.converge4j.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.converge4j.problem.data.Data;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * The axes along which the mean squared error of a linear network curves most, next to most, and least: eigenvectors of its
 * Hessian, through the least-squares solution. With several targets, those of the first one's weights and bias.
 */
final class PrincipalAxes {
    /** Beyond this many multiplications a decomposition takes too long for a picture. */
    private static final double MOST_WORK = 2e7;

    private PrincipalAxes() {}

    /** The loss around its solution nearest to 0; nothing with several targets, whose losses are apart. */
    static Optional<Valley> valley(Data data) {
        if (data.targets() != 1) {
            return Optional.empty();
        }
        RealMatrix x = withOnes(data);
        double[][] hessian =
                x.transposeMultiply(x).scalarMultiply(2.0 / data.rows()).getData();
        return Optional.of(new Valley(
                Arrays.stream(hessian).flatMapToDouble(Arrays::stream).toArray(),
                new SingularValueDecomposition(x)
                        .getSolver()
                        .solve(firstTarget(data))
                        .toArray()));
    }

    /** Two or three axes; none where the data are too large or span fewer than two directions. */
    static List<Direction> of(Data data) {
        double few = Math.min(data.features() + 1, data.rows());
        if (few * few * Math.max(data.features() + 1, data.rows()) > MOST_WORK || !LeastSquares.isWithinReach(data)) {
            return List.of();
        }
        SingularValueDecomposition svd = new SingularValueDecomposition(withOnes(data));
        int rank = svd.getRank();
        if (rank < 2) {
            return List.of();
        }
        List<Direction> axes = new ArrayList<>();
        axes.add(axis("stiffest direction", data, svd, 0));
        axes.add(axis("second stiffest direction", data, svd, 1));
        if (rank > 2) {
            axes.add(axis("flattest direction", data, svd, rank - 1));
        }
        return List.copyOf(axes);
    }

    private static Direction axis(String name, Data data, SingularValueDecomposition svd, int k) {
        int features = data.features();
        double[] eigenvector = svd.getV().getColumn(k);
        double[] unit = new double[(features + 1) * data.targets()];
        System.arraycopy(eigenvector, 0, unit, 0, features);
        unit[features * data.targets()] = eigenvector[features]; // biases follow the weights of all targets
        double singular = svd.getSingularValues()[k];
        double solution = svd.getU().getColumnVector(k).dotProduct(firstTarget(data)) / singular;
        return new Direction(name, 2.0 / data.y().length * singular * singular, unit, solution);
    }

    private static ArrayRealVector firstTarget(Data data) {
        ArrayRealVector target = new ArrayRealVector(data.rows());
        for (int row = 0; row < data.rows(); row++) {
            target.setEntry(row, data.y()[row * data.targets()]);
        }
        return target;
    }

    private static RealMatrix withOnes(Data data) {
        RealMatrix x = new Array2DRowRealMatrix(data.rows(), data.features() + 1);
        for (int row = 0; row < data.rows(); row++) {
            for (int c = 0; c < data.features(); c++) {
                x.setEntry(row, c, data.x()[row * data.features() + c]);
            }
            x.setEntry(row, data.features(), 1);
        }
        return x;
    }
}
