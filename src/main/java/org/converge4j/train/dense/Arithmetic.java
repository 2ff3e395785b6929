package org.converge4j.train.dense;

/**
 * Arithmetic on arrays of one precision. Every operation works element by element in a fixed order, so that an element's bits
 * depend neither on its place nor on the length of the loop.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public interface Arithmetic<A> {
    /** Zeros. */
    A zeros(int length);

    /** The values, rounded to this precision. */
    A of(double[] values);

    int length(A array);

    double get(A array, int index);

    void set(A array, int index, double value);

    void fill(A array, int from, int length, double value);

    /** Sets {@code to[i] = from[fromAt + i]}. */
    void copy(A from, int fromAt, A to, int toAt, int length);

    /**
     * Adds Σₜ {@code x(r, t) · w[wAt + t wStep + i]} to {@code z[zAt + r zStep + i]} for each row r, in the order of the terms:
     * weighted sums by shared weights.
     */
    void addWeighted(A z, int zAt, int zStep, int count, int length, Table<A> x, A w, int wAt, int wStep, int terms);

    /** Adds Σₜ {@code x[xAt + t xStep + i] · w[wAt + t wStep + i]} to {@code z[zAt + i]}: a weight for each element. */
    void addProducts(A z, int zAt, int length, A x, int xAt, int xStep, A w, int wAt, int wStep, int terms);

    /** Replaces weighted sums by activations; not for a softmax. */
    void activate(Activation activation, A z, int length);

    /** Multiplies deltas by the derivative at the activations {@code a}; not for a softmax. */
    void differentiate(Activation activation, A deltas, A a, int length);

    /** Replaces the weighted sums of some units, each of {@code length} elements, by their softmax. */
    void softmax(A z, int zAt, int units, int length);

    /** Multiplies deltas by the derivative of a softmax with outputs {@code a}. */
    void differentiateSoftmax(A deltas, A a, int at, int units, int length);

    /** Sets {@code deltas = 2 (a − y)/units} and adds (a − y)²/units to the losses. */
    void squaredError(A deltas, A a, A y, int at, int units, int length, double[] losses);

    /** Sets {@code deltas = a − y} and adds −y log a to the losses. */
    void crossEntropy(A deltas, A a, A y, int at, int units, int length, double[] losses);

    /** Divides every element. */
    void divide(A z, double divisor);

    /** Multiplies every element. */
    void multiply(A z, double factor);

    /** Multiplies every element by its own factor. */
    void multiply(A z, A factors);

    /** Adds {@code factor · x}. */
    void addScaled(A z, A x, double factor);

    /** Adds {@code factor · factors · x}. */
    void addScaled(A z, A x, A factors, double factor);

    /** Subtracts x. */
    void subtract(A z, A x);

    /** The numbers in 64 bits; the array itself if it has them. */
    double[] widen(A array);

    /** Rounds numbers to this precision, in place. */
    void round(double[] numbers);

    /** Sets an array to numbers, rounded; the inverse of {@link #widen}. */
    void narrow(double[] numbers, A array);
}
