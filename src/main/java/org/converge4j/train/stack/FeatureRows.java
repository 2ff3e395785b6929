package org.converge4j.train.stack;

import org.converge4j.problem.data.Data;
import org.converge4j.train.dense.Arithmetic;

/**
 * A problem's features in a stack's precision: all of them in an array; or, where they lie in a file that is mapped into memory, some
 * rows at a time, so that none are held twice.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class FeatureRows<A> {
    private final Arithmetic<A> arithmetic;
    private final Data data;
    private final boolean isMapped;
    private final A array;

    /**
     * @param most rows at a time
     */
    FeatureRows(Arithmetic<A> arithmetic, Data data, int most) {
        this.arithmetic = arithmetic;
        this.data = data;
        this.isMapped = data.mapped().isPresent();
        this.array = isMapped ? arithmetic.zeros(most * data.features()) : arithmetic.of(data.x());
    }

    /** An array in which some rows lie, until others are asked for. */
    A rows(int from, int count) {
        if (isMapped) {
            double[] numbers = data.x(from, count);
            for (int i = 0; i < numbers.length; i++) {
                arithmetic.set(array, i, numbers[i]);
            }
        }
        return array;
    }

    /** Where in that array they begin. */
    int at(int from) {
        return isMapped ? 0 : from * data.features();
    }
}
