package org.converge4j.train.stack;

import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.Numbers;
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
    private final boolean isHeld;
    private final A array;

    /**
     * @param most rows at a time
     */
    FeatureRows(Arithmetic<A> arithmetic, Data data, int most) {
        this.arithmetic = arithmetic;
        this.data = data;
        this.isHeld = data.numbers() instanceof Numbers.Held;
        this.array = isHeld ? arithmetic.of(data.x()) : arithmetic.zeros(most * data.features());
    }

    /** An array in which some rows lie, until others are asked for. */
    A rows(int from, int count) {
        if (!isHeld) {
            double[] numbers = data.x(from, count);
            for (int i = 0; i < numbers.length; i++) {
                arithmetic.set(array, i, numbers[i]);
            }
        }
        return array;
    }

    /** Where in that array they begin. */
    int at(int from) {
        return isHeld ? from * data.features() : 0;
    }
}
