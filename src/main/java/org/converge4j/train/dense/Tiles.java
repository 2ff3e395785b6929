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
                    take(w, first + t, 1, 0, from, size, at(weights, t));
                }
                for (int row = 0; row < rows; row++) {
                    int place = z.place(row, 0) + from;
                    arithmetic.copy(z.values(), place, sums, 0, size);
                    addShared(x, row, first, some, size);
                    arithmetic.copy(sums, 0, z.values(), place, size);
                }
            }
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
                    addEach(z, x, w, rows, first, Math.min(TERMS, terms - first), column, wide, from, size);
                }
            }
        }
    }

    private void addEach(
            Table<A> z,
            Table<A> x,
            Table<A> w,
            int rows,
            int first,
            int some,
            int column,
            int wide,
            int from,
            int size) {
        int together = Math.min(rows, tile / size);
        for (int j = 0; j < wide; j++) {
            for (int t = 0; t < some; t++) {
                for (int i = 0; i < together; i++) {
                    int place = w.place(first + t, column + j) + from;
                    arithmetic.copy(w.values(), place, at(weights, j * TERMS + t), i * size, size);
                }
            }
        }
        for (int row = 0; row < rows; row += together) {
            int many = Math.min(together, rows - row);
            for (int t = 0; t < some; t++) {
                take(x, row, many, first + t, from, size, at(inputs, t));
            }
            for (int j = 0; j < wide; j++) {
                take(z, row, many, column + j, from, size, sums);
                addPairs(many * size, some, j * TERMS);
                for (int i = 0; i < many; i++) {
                    arithmetic.copy(sums, i * size, z.values(), z.place(row + i, column + j) + from, size);
                }
            }
        }
    }

    private void addPairs(int length, int terms, int firstWeight) {
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

    /** Copies the runs of some rows of a column into a tile, one after the other. */
    private void take(Table<A> table, int row, int rows, int column, int from, int size, A to) {
        for (int i = 0; i < rows; i++) {
            arithmetic.copy(table.values(), table.place(row + i, column) + from, to, i * size, size);
        }
    }

    /** A tile of a list that grows as need be: few networks need as many as there can be. */
    private A at(List<A> tiles, int index) {
        while (tiles.size() <= index) {
            tiles.add(arithmetic.zeros(tile));
        }
        return tiles.get(index);
    }

    private void addShared(Table<A> x, int row, int first, int some, int size) {
        int step = x.columnStep();
        int t = 0;
        for (; t + FOUR <= some; t += FOUR) {
            arithmetic.addFour(
                    sums,
                    size,
                    x.values(),
                    x.place(row, first + t),
                    step,
                    weights.get(t),
                    weights.get(t + 1),
                    weights.get(t + 2),
                    weights.get(t + 3));
        }
        for (; t < some; t++) {
            arithmetic.addOne(sums, size, x.values(), x.place(row, first + t), weights.get(t));
        }
    }
}
