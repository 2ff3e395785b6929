package org.converge4j.updater.algebra;

/**
 * Bases from columns, by the method of Gram and Schmidt done twice, which is as good as Householder's and knows when a column says nothing
 * new: rounding alone is left of it then, and a basis that followed it would be another one with every rounding.
 */
public final class Orthonormal {
    /** A column is nothing but rounding if no more than this share of the longest is left of it. */
    private static final double NOTHING = 1e-12;

    private Orthonormal() {}

    /**
     * An orthonormal basis of a square matrix's columns, each the nearest to those before it; where one depends on those, an axis that
     * does not takes its place.
     *
     * @param matrix row by row
     */
    public static double[] of(double[] matrix, int size) {
        double[][] columns = new double[size][size];
        double longest = 0;
        for (int i = 0; i < matrix.length; i++) {
            columns[i % size][i / size] = matrix[i];
        }
        for (double[] column : columns) {
            longest = Math.max(longest, Vectors.norm(column));
        }
        for (int done = 0; done < size; done++) {
            if (!(rest(columns, done) > NOTHING * longest)) {
                axis(columns, done);
            }
            double length = Vectors.norm(columns[done]);
            for (int i = 0; i < size; i++) {
                columns[done][i] /= length;
            }
        }
        double[] basis = new double[matrix.length];
        for (int i = 0; i < basis.length; i++) {
            basis[i] = columns[i % size][i / size];
        }
        return basis;
    }

    /** Leaves of a column what stands upright on those before it, and gives its length. */
    private static double rest(double[][] columns, int done) {
        double[] column = columns[done];
        for (int time = 0; time < 2; time++) {
            for (int before = 0; before < done; before++) {
                double share = Vectors.dot(columns[before], column);
                for (int i = 0; i < column.length; i++) {
                    column[i] -= share * columns[before][i];
                }
            }
        }
        return Vectors.norm(column);
    }

    /** Replaces a column by what is left of the first axis of which enough is left; of one of them it is, for squares add up to the size. */
    private static void axis(double[][] columns, int done) {
        int size = columns.length;
        for (int axis = 0; axis < size; axis++) {
            columns[done] = new double[size];
            columns[done][axis] = 1;
            if (rest(columns, done) > 0.5 / Math.sqrt(size)) {
                return;
            }
        }
    }
}
