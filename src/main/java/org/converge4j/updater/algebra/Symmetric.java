package org.converge4j.updater.algebra;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * A symmetric matrix by its eigenvalues.
 *
 * @param values from the largest to the smallest
 * @param vectors row by row, an eigenvector a column
 */
public record Symmetric(double[] values, double[] vectors) {
    /** The decomposition of a matrix that lies row by row. */
    public static Symmetric of(double[] matrix, int size) {
        EigenDecompositionSymmetric decomposition = new EigenDecompositionSymmetric(matrix(matrix, size));
        return new Symmetric(decomposition.getEigenvalues(), flat(decomposition.getV(), size));
    }

    /**
     * A power of the matrix.
     *
     * @param least what smaller eigenvalues, which rounding makes, count as
     */
    public double[] power(double exponent, double least) {
        int size = values.length;
        double[] scaled = new double[size * size];
        Arrays.setAll(scaled, i -> vectors[i] * Math.pow(Math.max(values[i % size], least), exponent));
        return Matrices.timesTransposed(scaled, vectors, size, size, size);
    }

    private static RealMatrix matrix(double[] numbers, int size) {
        double[][] rows = new double[size][];
        Arrays.setAll(rows, row -> Arrays.copyOfRange(numbers, row * size, (row + 1) * size));
        return new Array2DRowRealMatrix(rows, false);
    }

    private static double[] flat(RealMatrix matrix, int size) {
        double[] numbers = new double[size * size];
        Arrays.setAll(numbers, i -> matrix.getEntry(i / size, i % size));
        return numbers;
    }
}
