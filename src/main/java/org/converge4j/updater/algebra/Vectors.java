package org.converge4j.updater.algebra;

/** Sums over vectors, in the order of their numbers, and multiples. */
public final class Vectors {
    private Vectors() {}

    /** Σ aᵢbᵢ. */
    public static double dot(double[] a, double[] b) {
        return dot(a, b, 0, a.length);
    }

    /** The same over a part of both. */
    public static double dot(double[] a, double[] b, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** a ← factor · a. */
    public static void scale(double[] a, double factor) {
        scale(a, factor, 0, a.length);
    }

    /** The same of a part. */
    public static void scale(double[] a, double factor, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] *= factor;
        }
    }

    /** a ← a + factor · b. */
    public static void add(double[] a, double[] b, double factor) {
        for (int i = 0; i < a.length; i++) {
            a[i] += factor * b[i];
        }
    }

    /** |a|, Euclidean. */
    public static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** The same of a part. */
    public static double norm(double[] a, int from, int to) {
        return Math.sqrt(dot(a, a, from, to));
    }

    /** |a − b|, Euclidean. */
    public static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    /** Whether all numbers are finite: others must not reach a memory that looks across components, which they would spoil for good. */
    public static boolean isFinite(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number * 0; // NaN for NaN and infinite ones, 0 for others
        }
        return sum == 0;
    }

    /** Σ |aᵢ|. */
    public static double sumOfSizes(double[] a) {
        double sum = 0;
        for (double number : a) {
            sum += Math.abs(number);
        }
        return sum;
    }
}
