package org.converge4j.train.dense;

/**
 * Numbers in rows of terms.
 *
 * @param values the array they lie in
 * @param at where the first term of the first row lies
 * @param rowStep from a term to the same of the next row
 * @param termStep from a term to the next of its row
 * @param <A> {@code double[]} or {@code float[]}
 */
public record Table<A>(A values, int at, int rowStep, int termStep) {
    int place(int row, int term) {
        return at + row * rowStep + term * termStep;
    }
}
