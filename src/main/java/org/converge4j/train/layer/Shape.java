package org.converge4j.train.layer;

/**
 * What a row of numbers is between two layers: planes, one after the other, each row by row; numbers alone are planes of one cell.
 *
 * @param channels how many planes
 * @param height of each
 * @param width of each
 */
public record Shape(int channels, int height, int width) {
    /** Numbers without neighbours. */
    public static Shape flat(int size) {
        return new Shape(size, 1, 1);
    }

    /** Numbers in a row. */
    public int size() {
        return channels * height * width;
    }

    /** Cells of a plane. */
    public int plane() {
        return height * width;
    }
}
