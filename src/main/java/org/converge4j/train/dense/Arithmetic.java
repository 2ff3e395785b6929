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

    /** How many a number takes. */
    int bytes();

    int length(A array);

    double get(A array, int index);

    void set(A array, int index, double value);

    void fill(A array, int from, int length, double value);

    /** Sets {@code to[i] = from[fromAt + i]}. */
    void copy(A from, int fromAt, A to, int toAt, int length);

    /** Adds Σₖ {@code x[at + k step] · wₖ[i]}, k = 0 … 3, to the first elements of z. */
    void addFour(A z, int length, A x, int at, int step, A w0, A w1, A w2, A w3);

    /** Adds {@code x[at] · w[i]} to the first elements of z. */
    void addOne(A z, int length, A x, int at, A w);

    /** Adds {@code x0[i] · w0[i] + x1[i] · w1[i]} to the first elements of z. */
    void addTwo(A z, int length, A x0, A x1, A w0, A w1);

    /** Adds {@code x[i] · w[i]} to the first elements of z. */
    void addOne(A z, int length, A x, A w);

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

    /** Sets {@code deltas} to the derivatives by the sums of −y log a − (1 − y) log (1 − a) of sigmoids {@code a}, and adds that to the loss. */
    void binaryCrossEntropy(A deltas, A a, A y, int length, double[] loss);

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

    /** Replaces a gradient by the update of DL4J's Nesterovs, each operation rounded as there. */
    void nesterovs(A gradient, A velocity, double rate, double momentum);

    /**
     * Replaces a gradient by the update of DL4J's Adam, each operation rounded as there.
     *
     * @param rate corrected for the bias of both means
     */
    void adam(A gradient, A mean, A meanSquare, double beta1, double beta2, double rate, double epsilon);

    /**
     * The numbers in 64 bits; the array itself if it has them.
     *
     * @param room of {@link #room}, which they are put into if need be: new memory for each step costs more than the step
     */
    double[] widen(A array, double[] room);

    /** Room for so many numbers in 64 bits, of which those that have them already need none. */
    double[] room(int length);

    /** Rounds numbers to this precision, in place. */
    void round(double[] numbers);

    /** Sets an array to numbers, rounded; the inverse of {@link #widen}. */
    void narrow(double[] numbers, A array);

    /** Whether a number is 2ⁿ, |n| ≤ 100: dividing by it only changes exponents. */
    static boolean isPowerOfTwo(double number) {
        int exponent = Math.getExponent(number);
        return Math.abs(exponent) <= 100 && number == Math.scalb(1.0, exponent);
    }
}
