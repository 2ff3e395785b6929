package org.converge4j.train.layer;

import org.deeplearning4j.nn.conf.ConvolutionMode;

/**
 * How a rectangle slides over planes.
 *
 * @param in the planes that it slides over
 * @param height of the rectangle
 * @param width of the rectangle
 * @param down cells that it moves at once
 * @param right cells that it moves at once
 * @param farDown distance of two of its cells
 * @param farRight distance of two of its cells
 * @param above cells outside, of which it covers so many at most
 * @param left the same to the left
 * @param rows how many times it fits
 * @param columns how many times it fits
 */
public record Window(
        Shape in,
        int height,
        int width,
        int down,
        int right,
        int farDown,
        int farRight,
        int above,
        int left,
        int rows,
        int columns) {

    /** The window that DL4J's kernel, stride, padding and dilation describe, each of two numbers. */
    public static Window of(Shape in, int[] kernel, int[] stride, int[] padding, int[] dilation, ConvolutionMode mode) {
        int[] size = {in.height(), in.width()};
        int[] before = padding.clone();
        int[] fits = new int[2];
        for (int i = 0; i < fits.length; i++) {
            int covered = (kernel[i] - 1) * dilation[i] + 1;
            if (mode == ConvolutionMode.Same) {
                fits[i] = (size[i] + stride[i] - 1) / stride[i];
                before[i] = Math.max(0, (fits[i] - 1) * stride[i] + covered - size[i]) / 2;
            } else {
                fits[i] = (size[i] - covered + 2 * padding[i]) / stride[i] + 1;
            }
        }
        return new Window(
                in,
                kernel[0],
                kernel[1],
                stride[0],
                stride[1],
                dilation[0],
                dilation[1],
                before[0],
                before[1],
                fits[0],
                fits[1]);
    }

    /** As many planes as there are of what is made at each place. */
    public Shape out(int planes) {
        return new Shape(planes, rows, columns);
    }

    /** Cells of the rectangle. */
    public int size() {
        return height * width;
    }

    /** How many times it fits a plane. */
    public int places() {
        return rows * columns;
    }

    /** The first place, counted to the right, at which a cell of the rectangle lies inside the plane. */
    public int firstInside(int column) {
        int outside = left - column * farRight;
        return outside <= 0 ? 0 : Math.min(columns, (outside + right - 1) / right);
    }

    /** The place after the last at which it does. */
    public int lastInside(int column) {
        int room = in.width() - 1 + left - column * farRight;
        return room < 0 ? 0 : Math.min(columns, room / right + 1);
    }

    /** The plane's row below a row of the rectangle at a place; outside if negative or too large. */
    public int row(int place, int row) {
        return place * down + row * farDown - above;
    }

    /** The same for columns. */
    public int column(int place, int column) {
        return place * right + column * farRight - left;
    }

    /** Whether a row of the plane is one. */
    public boolean isRow(int row) {
        return row >= 0 && row < in.height();
    }

    /** Whether a column of the plane is one. */
    public boolean isColumn(int column) {
        return column >= 0 && column < in.width();
    }
}
