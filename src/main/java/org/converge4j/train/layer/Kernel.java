package org.converge4j.train.layer;

import org.bytedeco.javacpp.Pointer;
import org.converge4j.train.step.Numeric;

/**
 * What layers are computed with in one precision: arrays in Java for what is done number by number, native memory for products of
 * matrices, and the way between them.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public interface Kernel<A> {
    /** The same precision elsewhere. */
    Numeric<A> numeric();

    /** Native memory for so many numbers, which is given back by {@link Pointer#close}. */
    Pointer allocate(long length);

    /** The memory from a number on; a view that must not outlive it. */
    Pointer at(Pointer memory, long offset);

    /** Copies numbers into native memory. */
    void put(Pointer to, A from, int at, int length);

    /** Copies numbers from native memory. */
    void get(Pointer from, A to, int at, int length);

    /**
     * Sets {@code c = op(a) · op(b) + keep · c}, matrices row by row.
     *
     * @param rows of c
     * @param columns of c
     * @param inner rows of op(b)
     * @param keep 0 to overwrite, 1 to add
     */
    void multiply(
            Pointer a,
            boolean aTransposed,
            Pointer b,
            boolean bTransposed,
            int rows,
            int columns,
            int inner,
            int keep,
            Pointer c);

    /** Adds to each of some runs of numbers, one after the other, a number of its own. */
    void addToRuns(A z, int runs, int length, A numbers);

    /** Adds some numbers to each of some rows of as many. */
    void addToRows(A z, int rows, A numbers, int length);

    /** Adds the sum of each of some runs to a number of its own. */
    void sumRuns(A z, int at, int runs, int length, A sums);

    /** Adds the rows to some sums. */
    void sumRows(A z, int rows, A sums, int length);

    /** Adds numbers one by one: {@code to[toAt + i toStep] += from[fromAt + i]}. */
    void scatter(A from, int fromAt, A to, int toAt, int toStep, int length);

    /** Reads numbers at a distance: {@code to[toAt + i] = from[fromAt + i fromStep]}. */
    void gather(A from, int fromAt, int fromStep, A to, int toAt, int length);

    /** The largest of the cells covered at each place, and where it was found, the first of several; negative infinity of none. */
    void largest(Cover cover, A in, int inAt, A out, int[] where, int outAt);

    /** The mean of the cells covered at each place. */
    void mean(Cover cover, A in, int inAt, A out, int outAt);

    /** Adds to each cell of a plane its share of the deltas of the means it is part of. */
    void spreadMean(Cover cover, A deltas, int at, A to, int toAt);

    /** Adds {@code from[i]} at {@code to[toAt + where[i]]}. */
    void scatter(A from, int[] where, int fromAt, A to, int toAt, int length);

    /** Adds to each channel's sum its numbers in all rows. */
    void sumChannels(A z, int rows, Shape shape, double[] sums);

    /** Adds to each channel's sum the products of two tables' numbers in all rows. */
    void sumChannels(A x, A y, int rows, Shape shape, double[] sums);

    /** Sets {@code to = from · factor + shift}, those of the channel. */
    void scaleChannels(A from, A to, int rows, Shape shape, double[] factors, double[] shifts);

    /** Adds {@code x · factor}, that of the channel. */
    void addChannels(A z, A x, int rows, Shape shape, double[] factors);
}
