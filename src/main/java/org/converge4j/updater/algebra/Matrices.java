package org.converge4j.updater.algebra;

/** Products of matrices that lie row by row. */
public final class Matrices {
    private Matrices() {}

    /** A B, of n × k and k × m. */
    public static double[] times(double[] a, double[] b, int n, int k, int m) {
        double[] product = new double[n * m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                double factor = a[i * k + j];
                for (int l = 0; l < m; l++) {
                    product[i * m + l] += factor * b[j * m + l];
                }
            }
        }
        return product;
    }

    /** A Bᵀ, of n × k and m × k. */
    public static double[] timesTransposed(double[] a, double[] b, int n, int k, int m) {
        return times(a, transposed(b, m, k), n, k, m);
    }

    /** Aᵀ, of an n × k matrix. */
    public static double[] transposed(double[] a, int n, int k) {
        double[] transposed = new double[n * k];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                transposed[j * n + i] = a[i * k + j];
            }
        }
        return transposed;
    }
}
