package org.converge4j.updater;

/**
 * A matrix or vector of a layer among the flat parameters, as the papers on matrix rules mean one: the weights into a dense layer,
 * one gate of a recurrent one, the kernels of a convolution with a row for each output; or a bias.
 *
 * @param name layer and parameter array, as in {@code 0_W}
 * @param from where its numbers begin; they lie row by row
 * @param rows outputs of the weights; the length of a vector
 * @param columns inputs of the weights; 1 for a vector
 * @param matrix whether these are weights; a row of weights counts, a bias does not
 */
public record Block(String name, int from, int rows, int columns, boolean matrix) {
    public Block {
        if (from < 0 || rows < 1 || columns < 1 || (!matrix && columns != 1)) {
            throw new IllegalArgumentException(name + ": " + rows + " × " + columns + " numbers from " + from);
        }
    }

    /** How many numbers. */
    public int size() {
        return rows * columns;
    }

    /** After its last number. */
    public int to() {
        return from + size();
    }
}
