package org.converge4j.train.dense;

import java.util.ArrayList;
import java.util.List;

/**
 * Products of matrices, a tile of elements at a time. Tiles are copied into arrays of their own, where every loop runs from
 * 0 over whole arrays: only such loops does the JIT compiler turn into vector instructions. Terms are added in their order, so
 * that the bits are those of the plain loops.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class Tiles<A> {
    /** The tiles of a dozen terms stay within a processor core's first cache, those of several columns within its second. */
    private static final int BYTES_A_TILE = 2048;

    /** Terms whose weights are at hand together, a multiple of four: sums are copied once for all of them. */
    private static final int TERMS = 12;

    /** Columns whose weights are at hand together: inputs are copied once for all of them. */
    private static final int COLUMNS = 8;

    private static final int FOUR = 4;
    private static final int TWO = 2;

    private final Arithmetic<A> arithmetic;
    private final int tile;
    private final A sums;
    private final List<A> weights = new ArrayList<>();
    private final List<A> inputs = new ArrayList<>();

    Tiles(Arithmetic<A> arithmetic) {
        this.arithmetic = arithmetic;
        this.tile = BYTES_A_TILE / arithmetic.bytes();
        this.sums = arithmetic.zeros(tile);
    }

    /**
     * Adds Σₜ {@code x(i, t) · w(t, 0)} to {@code z(i, 0)} for each row i: numbers times runs of {@code length} elements, which all
     * replicas' inputs are if they share their rows.
     */
    void addShared(Table<A> z, Table<A> x, Table<A> w, int rows, int terms, int length) {
        for (int from = 0; from < length; from += tile) {
            int size = Math.min(tile, length - from);
            for (int first = 0; first < terms; first += TERMS) {
                int some = Math.min(TERMS, terms - first);
                for (int t = 0; t < some; t++) {
                    take(w.from(first + t, 0, from), 1, size, at(weights, t));
                }
                for (int row = 0; row < rows; row++) {
                    Table<A> sum = z.from(row, 0, from);
                    take(sum, 1, size, sums);
                    addNumbers(x.from(row, first, 0), some, size);
                    put(sums, sum, 1, size);
                }
            }
        }
    }

    /** Adds some terms of one row of x, numbers, to the sums. */
    private void addNumbers(Table<A> x, int terms, int length) {
        int t = 0;
        for (; t + FOUR <= terms; t += FOUR) {
            arithmetic.addFour(
                    sums,
                    length,
                    x.values(),
                    x.place(0, t),
                    x.columnStep(),
                    weights.get(t),
                    weights.get(t + 1),
                    weights.get(t + 2),
                    weights.get(t + 3));
        }
        for (; t < terms; t++) {
            arithmetic.addOne(sums, length, x.values(), x.place(0, t), weights.get(t));
        }
    }

    /**
     * Adds Σₜ {@code x(i, t) · w(t, j)} to {@code z(i, j)}, each of them a run of {@code length} elements: a matrix for each
     * replica. Runs are short, so that a tile holds those of several rows.
     */
    void addEach(Table<A> z, Table<A> x, Table<A> w, int rows, int terms, int columns, int length) {
        for (int from = 0; from < length; from += tile) {
            int size = Math.min(tile, length - from);
            for (int column = 0; column < columns; column += COLUMNS) {
                int wide = Math.min(COLUMNS, columns - column);
                for (int first = 0; first < terms; first += TERMS) {
                    int some = Math.min(TERMS, terms - first);
                    addBlock(
                            z.from(0, column, from),
                            x.from(0, first, from),
                            w.from(first, column, from),
                            rows,
                            some,
                            wide,
                            size);
                }
            }
        }
    }

    /** {@link #addEach} of as much as is at hand together. */
    private void addBlock(Table<A> z, Table<A> x, Table<A> w, int rows, int terms, int columns, int size) {
        int together = Math.min(rows, tile / size);
        for (int j = 0; j < columns; j++) {
            for (int t = 0; t < terms; t++) {
                take(w.repeated(t, j), together, size, at(weights, j * TERMS + t));
            }
        }
        for (int row = 0; row < rows; row += together) {
            int many = Math.min(together, rows - row);
            for (int t = 0; t < terms; t++) {
                take(x.from(row, t, 0), many, size, at(inputs, t));
            }
            for (int j = 0; j < columns; j++) {
                Table<A> sum = z.from(row, j, 0);
                take(sum, many, size, sums);
                addRuns(j * TERMS, terms, many * size);
                put(sums, sum, many, size);
            }
        }
    }

    /** Adds the inputs that are at hand, times the weights of a column, to the sums. */
    private void addRuns(int firstWeight, int terms, int length) {
        int t = 0;
        for (; t + TWO <= terms; t += TWO) {
            int weight = firstWeight + t;
            arithmetic.addTwo(
                    sums, length, inputs.get(t), inputs.get(t + 1), weights.get(weight), weights.get(weight + 1));
        }
        if (t < terms) {
            arithmetic.addOne(sums, length, inputs.get(t), weights.get(firstWeight + t));
        }
    }

    /** Copies the runs of a table's first column into a tile, one after the other. */
    private void take(Table<A> from, int rows, int size, A to) {
        for (int i = 0; i < rows; i++) {
            arithmetic.copy(from.values(), from.place(i, 0), to, i * size, size);
        }
    }

    /** The inverse of {@link #take}. */
    private void put(A from, Table<A> to, int rows, int size) {
        for (int i = 0; i < rows; i++) {
            arithmetic.copy(from, i * size, to.values(), to.place(i, 0), size);
        }
    }

    /** A tile of a list that grows as need be: few networks need as many as there can be. */
    private A at(List<A> tiles, int index) {
        while (tiles.size() <= index) {
            tiles.add(arithmetic.zeros(tile));
        }
        return tiles.get(index);
    }
}
