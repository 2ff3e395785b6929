package org.converge4j.train.dense;

/**
 * A matrix within an array, of numbers or of runs of numbers.
 *
 * @param values the array it lies in
 * @param at where the first column of the first row lies
 * @param rowStep from an entry to that of the next row
 * @param columnStep from an entry to that of the next column
 * @param <A> {@code double[]} or {@code float[]}
 */
record Table<A>(A values, int at, int rowStep, int columnStep) {
    int place(int row, int column) {
        return at + row * rowStep + column * columnStep;
    }

    /** The part that begins at an entry, so many elements within its run. */
    Table<A> from(int row, int column, int offset) {
        return new Table<>(values, place(row, column) + offset, rowStep, columnStep);
    }

    /** A matrix with one entry everywhere. */
    Table<A> repeated(int row, int column) {
        return new Table<>(values, place(row, column), 0, 0);
    }
}
