package org.converge4j.train.dense;

import java.util.List;
import java.util.stream.Stream;

/**
 * Products of matrices, a tile of elements at a time. Tiles are copied into arrays of their own, where every loop runs from
 * 0 over whole arrays: only such loops does the JIT compiler turn into vector instructions. Terms are added in their order, so
 * that the bits are those of the plain loops.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class Tiles<A> {
    /** All fifteen tiles together stay within a processor core's first cache. */
    private static final int BYTES_A_TILE = 2048;

    /** Terms whose weights are at hand together, a multiple of four: sums are copied once for all of them. */
    private static final int TERMS = 12;

    private static final int FOUR = 4;
    private static final int TWO = 2;

    private final Arithmetic<A> arithmetic;
    private final int tile;
    private final A sums;
    private final List<A> weights;
    private final A input;
    private final A nextInput;

    Tiles(Arithmetic<A> arithmetic) {
        this.arithmetic = arithmetic;
        this.tile = BYTES_A_TILE / arithmetic.bytes();
        this.sums = arithmetic.zeros(tile);
        this.weights =
                Stream.generate(() -> arithmetic.zeros(tile)).limit(TERMS).toList();
        this.input = arithmetic.zeros(tile);
        this.nextInput = arithmetic.zeros(tile);
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
                takeWeights(w, 0, first, some, from, size, 1);
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
            int together = Math.min(rows, tile / size);
            for (int column = 0; column < columns; column++) {
                for (int first = 0; first < terms; first += TERMS) {
                    int some = Math.min(TERMS, terms - first);
                    takeWeights(w, column, first, some, from, size, together);
                    for (int row = 0; row < rows; row += together) {
                        int many = Math.min(together, rows - row);
                        for (int i = 0; i < many; i++) {
                            arithmetic.copy(z.values(), z.place(row + i, column) + from, sums, i * size, size);
                        }
                        addEach(x, row, many, first, some, from, size);
                        for (int i = 0; i < many; i++) {
                            arithmetic.copy(sums, i * size, z.values(), z.place(row + i, column) + from, size);
                        }
                    }
                }
            }
        }
    }

    private void takeWeights(Table<A> w, int column, int first, int some, int from, int size, int times) {
        for (int t = 0; t < some; t++) {
            for (int i = 0; i < times; i++) {
                arithmetic.copy(w.values(), w.place(first + t, column) + from, weights.get(t), i * size, size);
            }
        }
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

    private void addEach(Table<A> x, int row, int rows, int first, int some, int from, int size) {
        int t = 0;
        for (; t + TWO <= some; t += TWO) {
            takeInputs(x, row, rows, first + t, from, size, input);
            takeInputs(x, row, rows, first + t + 1, from, size, nextInput);
            arithmetic.addTwo(sums, rows * size, input, nextInput, weights.get(t), weights.get(t + 1));
        }
        if (t < some) {
            takeInputs(x, row, rows, first + t, from, size, input);
            arithmetic.addOne(sums, rows * size, input, weights.get(t));
        }
    }

    private void takeInputs(Table<A> x, int row, int rows, int term, int from, int size, A to) {
        for (int i = 0; i < rows; i++) {
            arithmetic.copy(x.values(), x.place(row + i, term) + from, to, i * size, size);
        }
    }
}
