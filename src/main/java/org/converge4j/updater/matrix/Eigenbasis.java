package org.converge4j.updater.matrix;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.converge4j.updater.algebra.Matrices;
import org.converge4j.updater.algebra.Orthonormal;
import org.converge4j.updater.algebra.Symmetric;

/**
 * One side of a matrix as SOAP sees it: the running mean of its products, and a basis close to the mean's eigenvectors.
 *
 * @param means of all blocks; overwritten
 * @param bases of all blocks, an eigenvector a column; overwritten
 * @param at where those of this block begin in both
 * @param size of the side
 */
record Eigenbasis(double[] means, double[] bases, int at, int size) {
    /** Takes in the product of a gradient. */
    void follow(double[] product, double beta) {
        for (int i = 0; i < product.length; i++) {
            means[at + i] = beta * means[at + i] + (1 - beta) * product[i];
        }
    }

    /** Starts with the eigenvectors of the mean as it is; those of value 0, which any would be, lie along the axes as far as may be. */
    void begin() {
        Symmetric found = Symmetric.of(mean(), size);
        double[] scaled = found.vectors().clone();
        Arrays.setAll(scaled, i -> scaled[i] * found.values()[i % size]);
        put(Orthonormal.of(scaled, size));
    }

    /**
     * Turns the basis a little towards the mean's eigenvectors: one power iteration, made orthonormal from the largest on.
     *
     * @return which old vector each new one comes from
     */
    int[] turn() {
        double[] vectors = vectors();
        double[] product = Matrices.times(mean(), vectors, size, size, size);
        double[] values = new double[size];
        for (int i = 0; i < product.length; i++) {
            values[i % size] += vectors[i] * product[i];
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -values[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] sorted = new double[product.length];
        Arrays.setAll(sorted, i -> product[i - i % size + order[i % size]]);
        put(Orthonormal.of(sorted, size));
        return order;
    }

    /** A copy of the basis. */
    double[] vectors() {
        return Arrays.copyOfRange(bases, at, at + size * size);
    }

    private double[] mean() {
        return Arrays.copyOfRange(means, at, at + size * size);
    }

    private void put(double[] vectors) {
        System.arraycopy(vectors, 0, bases, at, vectors.length);
    }
}
