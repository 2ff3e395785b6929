package org.converge4j.problem;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.converge4j.experiment.Curvature;
import org.converge4j.experiment.Rank;
import org.converge4j.experiment.Resolution;
import org.converge4j.problem.data.Data;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * The least-squares fit of a linear network with bias: its loss, its place and the curvature around it. Columns are centred,
 * which takes the bias out, and scaled to one length before they are decomposed, so that neither offsets nor units cost digits.
 */
final class LeastSquares {
    /** Beyond this many multiplications a decomposition takes more than a few seconds. */
    private static final double MOST_WORK = 2e8;

    /** Beyond this many numbers its copies of the data do, however few the columns. */
    private static final double MOST_NUMBERS = 4e6;

    /** Beyond it, its square has little room left. */
    private static final double LARGEST = 1e140;

    /** A column that varies by less than this share of itself is constant. */
    private static final double CONSTANT = 4 * Math.ulp(1.0);

    private final Data data;
    private final double[] means;
    private final double[] lengths;
    private final SingularValueDecomposition svd;
    private final int rank;
    private final RealMatrix targets;

    private LeastSquares(Data data) {
        this.data = data;
        RealMatrix x = new Array2DRowRealMatrix(data.rows(), data.features());
        this.means = new double[data.features()];
        this.lengths = new double[data.features()];
        for (int c = 0; c < data.features(); c++) {
            double[] column = column(data.x(), data.features(), c);
            double largest = largest(column);
            means[c] = centre(column);
            lengths[c] = largest(column) <= CONSTANT * largest ? 0 : length(column);
            for (int row = 0; row < data.rows(); row++) {
                x.setEntry(row, c, lengths[c] == 0 ? 0 : column[row] / lengths[c]);
            }
        }
        this.svd = new SingularValueDecomposition(x);
        this.rank = rank(svd.getSingularValues());
        this.targets = new Array2DRowRealMatrix(data.rows(), data.targets());
        for (int c = 0; c < data.targets(); c++) {
            double[] column = column(data.y(), data.targets(), c);
            centre(column);
            targets.setColumn(c, column);
        }
    }

    /**
     * The fit; nothing where rows · features² is above 2·10⁸, as for 60,000 rows of 784, or rows · features above 4·10⁶, as for 4
     * million rows of 1, or where it is beyond 64 bits.
     */
    static Optional<LeastSquares> of(Data data) {
        double few = Math.min(data.features() + 1, data.rows());
        double numbers = (data.features() + 1.0) * data.rows();
        return few * numbers > MOST_WORK || numbers > MOST_NUMBERS || !isWithinReach(data)
                ? Optional.empty()
                : Optional.of(new LeastSquares(data)).filter(fit -> Double.isFinite(fit.residual() + fit.magnitude()));
    }

    /** Whether sums of squares of the numbers have 64 bits to be in. */
    static boolean isWithinReach(Data data) {
        return DoubleStream.concat(Arrays.stream(data.x()), Arrays.stream(data.y()))
                .allMatch(value -> Math.abs(value) <= LARGEST);
    }

    /** The mean squared error: exactly 0 where the fit passes through every row, or misses by no more than rounding does. */
    double floor() {
        if (rank + 1 == data.rows()) {
            return 0;
        }
        double residual = residual();
        Resolution none = Resolution.ofSquares(magnitude(), terms(), data.rows(), 0);
        return residual <= none.inDouble() ? 0 : residual;
    }

    /** How far apart losses must be to differ. */
    Resolution resolution() {
        return Resolution.ofSquares(magnitude(), terms(), data.rows(), floor());
    }

    /** Directions that the data span, the bias among them. */
    Rank rank() {
        return new Rank(rank + 1, data.features() + 1);
    }

    /**
     * The eigenvalues of the Hessian 2 A'A / (rows · targets), A the data with a column of ones, once for every target. Nothing
     * where the smallest that is not 0 is lost in rounding.
     */
    Optional<Curvature> curvature() {
        double scale = 2.0 / data.y().length;
        RealMatrix ones = withOnes();
        if (rank == data.features()) {
            RealMatrix inverse = inverse();
            return curvature(
                    scale * largestEigenvalue(ones.transposeMultiply(ones)),
                    scale / largestEigenvalue(inverse.multiplyTransposed(inverse)));
        }
        double[] descending = new SingularValueDecomposition(ones).getSingularValues();
        double smallest = descending[rank];
        return smallest > tolerance(descending[0])
                ? curvature(scale * descending[0] * descending[0], scale * smallest * smallest)
                : Optional.empty();
    }

    private static Optional<Curvature> curvature(double largest, double smallest) {
        return Double.isFinite(largest / smallest)
                        && Curvature.isWithinReach(largest)
                        && Curvature.isWithinReach(smallest)
                ? Optional.of(new Curvature(largest, smallest))
                : Optional.empty();
    }

    /** What of the targets no fit reaches, projected twice, for once leaves rounding along the columns. */
    private double residual() {
        RealMatrix left = svd.getU().getSubMatrix(0, data.rows() - 1, 0, Math.max(0, rank - 1));
        RealMatrix rest = targets;
        for (int pass = 0; pass < 2 && rank > 0; pass++) {
            rest = rest.subtract(left.multiply(left.transposeMultiply(rest)));
        }
        double norm = rest.getFrobeniusNorm();
        return norm * norm / data.y().length;
    }

    /** Root mean square over the rows of |y| + |b| + Σ |x w| at the fit. */
    private double magnitude() {
        RealMatrix weights = inverseOfColumns().multiply(targets);
        double sum = 0;
        for (int target = 0; target < data.targets(); target++) {
            double bias = mean(column(data.y(), data.targets(), target));
            for (int c = 0; c < data.features(); c++) {
                bias -= weights.getEntry(c, target) * means[c];
            }
            for (int row = 0; row < data.rows(); row++) {
                double terms = Math.abs(data.y()[row * data.targets() + target]) + Math.abs(bias);
                for (int c = 0; c < data.features(); c++) {
                    terms += Math.abs(data.x()[row * data.features() + c] * weights.getEntry(c, target));
                }
                sum += terms * terms;
            }
        }
        return Math.sqrt(sum / data.y().length);
    }

    private int terms() {
        return data.features() + 2;
    }

    /** What makes weights from targets. */
    private RealMatrix inverseOfColumns() {
        double[] singular = svd.getSingularValues();
        RealMatrix inverse = new Array2DRowRealMatrix(data.features(), data.rows());
        for (int k = 0; k < rank; k++) {
            for (int c = 0; c < data.features(); c++) {
                double factor = lengths[c] == 0 ? 0 : svd.getV().getEntry(c, k) / singular[k] / lengths[c];
                for (int row = 0; row < data.rows(); row++) {
                    inverse.addToEntry(c, row, factor * svd.getU().getEntry(row, k));
                }
            }
        }
        return inverse;
    }

    /** What makes weights and bias from targets: the bias is mean(y) − Σ w mean(x). */
    private RealMatrix inverse() {
        RealMatrix weights = inverseOfColumns();
        RealMatrix inverse = new Array2DRowRealMatrix(data.features() + 1, data.rows());
        for (int row = 0; row < data.rows(); row++) {
            double bias = 1.0 / data.rows();
            for (int c = 0; c < data.features(); c++) {
                inverse.setEntry(c, row, weights.getEntry(c, row));
                bias -= weights.getEntry(c, row) * means[c];
            }
            inverse.setEntry(data.features(), row, bias);
        }
        return inverse;
    }

    private RealMatrix withOnes() {
        RealMatrix ones = new Array2DRowRealMatrix(data.rows(), data.features() + 1);
        for (int row = 0; row < data.rows(); row++) {
            for (int c = 0; c < data.features(); c++) {
                ones.setEntry(row, c, data.x()[row * data.features() + c]);
            }
            ones.setEntry(row, data.features(), 1);
        }
        return ones;
    }

    private int rank(double[] descending) {
        int found = 0;
        while (found < descending.length && descending[found] > tolerance(descending[0])) {
            found++;
        }
        return Math.min(found, data.rows() - 1);
    }

    private double tolerance(double largest) {
        return Math.max(data.rows(), data.features()) * Math.ulp(1.0) * largest;
    }

    /** Of a symmetric matrix; not a number beyond 64 bits. */
    private static double largestEigenvalue(RealMatrix symmetric) {
        return Double.isFinite(symmetric.getFrobeniusNorm())
                ? new EigenDecompositionSymmetric(symmetric).getEigenvalue(0)
                : Double.NaN;
    }

    private static double[] column(double[] table, int width, int index) {
        double[] column = new double[table.length / width];
        for (int row = 0; row < column.length; row++) {
            column[row] = table[row * width + index];
        }
        return column;
    }

    /** Takes the mean off, twice, for the first is rounded at the size of the numbers, and returns it. */
    private static double centre(double[] column) {
        double mean = 0;
        for (int pass = 0; pass < 2; pass++) {
            double found = mean(column);
            for (int i = 0; i < column.length; i++) {
                column[i] -= found;
            }
            mean += found;
        }
        return mean;
    }

    private static double mean(double[] column) {
        double mean = 0;
        for (double value : column) {
            mean += value / column.length;
        }
        return mean;
    }

    private static double largest(double[] column) {
        double largest = 0;
        for (double value : column) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double length(double[] column) {
        double largest = largest(column);
        double sum = 0;
        for (double value : column) {
            sum += value / largest * (value / largest);
        }
        return largest * Math.sqrt(sum);
    }
}
