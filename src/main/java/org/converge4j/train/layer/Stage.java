package org.converge4j.train.layer;

/**
 * A layer, or what DL4J does between two. It owns what it gives, and keeps what it needs for the way back until it is called again.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public interface Stage<A> extends AutoCloseable {
    /** What becomes of a row. */
    Shape out();

    /**
     * Computes some rows.
     *
     * @param in row by row; may be changed
     * @param rows at most as many as it was made for
     * @return row by row, valid until the next call
     */
    A forward(A in, int rows);

    /** The same as a step of training wants it, which may look across the rows or leave numbers out. */
    default A train(A in, int rows) {
        return forward(in, rows);
    }

    /**
     * Adds to the parameters' gradient what the last rows contribute.
     *
     * @param deltas the derivatives of the loss by what was given; may be changed
     * @return the derivatives by what was taken, valid until the next call
     */
    A backward(A deltas, int rows);

    /** Gives back native memory. */
    @Override
    default void close() {}
}
