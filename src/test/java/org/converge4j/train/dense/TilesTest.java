package org.converge4j.train.dense;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tiles give the bits of plain loops, whatever fits into one or does not. */
class TilesTest {
    private static final DoubleArithmetic DOUBLE = new DoubleArithmetic();
    private static final FloatArithmetic FLOAT = new FloatArithmetic();

    private final Random random = new Random(5);

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1",
        "5, 10, 1, 90",
        "32, 32, 3, 100",
        "7, 13, 2, 511",
        "3, 27, 2, 513",
        "4, 2, 2, 1100",
        "6, 14, 19, 40"
    })
    void each_replica_has_its_own_product(int rows, int terms, int columns, int length) {
        double[] x = numbers(rows * terms * length);
        double[] w = numbers(terms * columns * length);
        double[] z = numbers(rows * columns * length);
        double[] doubles = z.clone();
        float[] floats = FLOAT.of(z);

        each(DOUBLE, doubles, x, w, rows, terms, columns, length);
        each(FLOAT, floats, FLOAT.of(x), FLOAT.of(w), rows, terms, columns, length);

        assertThat(doubles).isEqualTo(inDouble(z, x, w, rows, terms, columns, length));
        assertThat(floats).isEqualTo(inFloat(z, x, w, rows, terms, columns, length));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "5, 10, 90", "32, 11, 3200", "7, 13, 512", "3, 27, 513", "10, 32, 1100"})
    void numbers_times_runs(int rows, int terms, int length) {
        double[] x = numbers(rows * terms);
        double[] w = numbers(terms * length);
        double[] z = numbers(rows * length);
        double[] doubles = z.clone();
        float[] floats = FLOAT.of(z);
        double[] runs = IntStream.range(0, x.length * length)
                .mapToDouble(i -> x[i / length])
                .toArray();

        shared(DOUBLE, doubles, x, w, rows, terms, length);
        shared(FLOAT, floats, FLOAT.of(x), FLOAT.of(w), rows, terms, length);

        assertThat(doubles).isEqualTo(inDouble(z, runs, w, rows, terms, 1, length));
        assertThat(floats).isEqualTo(inFloat(z, runs, w, rows, terms, 1, length));
    }

    /** Plain loops. */
    private static double[] inDouble(
            double[] start, double[] x, double[] w, int rows, int terms, int columns, int length) {
        double[] z = start.clone();
        for (int i = 0; i < rows * columns * length; i++) {
            for (int term = 0; term < terms; term++) {
                z[i] = z[i] + x[ofInput(i, term, terms, columns, length)] * w[ofWeight(i, term, columns, length)];
            }
        }
        return z;
    }

    private static float[] inFloat(
            double[] start, double[] x, double[] w, int rows, int terms, int columns, int length) {
        float[] z = FLOAT.of(start);
        for (int i = 0; i < rows * columns * length; i++) {
            for (int term = 0; term < terms; term++) {
                float left = (float) x[ofInput(i, term, terms, columns, length)];
                z[i] = z[i] + left * (float) w[ofWeight(i, term, columns, length)];
            }
        }
        return z;
    }

    private static int ofInput(int sum, int term, int terms, int columns, int length) {
        return (sum / (columns * length) * terms + term) * length + sum % length;
    }

    private static int ofWeight(int sum, int term, int columns, int length) {
        return (term * columns + sum / length % columns) * length + sum % length;
    }

    private static <A> void each(
            Arithmetic<A> arithmetic, A z, A x, A w, int rows, int terms, int columns, int length) {
        new Tiles<>(arithmetic)
                .addEach(
                        new Table<>(z, 0, columns * length, length),
                        new Table<>(x, 0, terms * length, length),
                        new Table<>(w, 0, columns * length, length),
                        rows,
                        terms,
                        columns,
                        length);
    }

    private static <A> void shared(Arithmetic<A> arithmetic, A z, A x, A w, int rows, int terms, int length) {
        new Tiles<>(arithmetic)
                .addShared(
                        new Table<>(z, 0, length, 0),
                        new Table<>(x, 0, terms, 1),
                        new Table<>(w, 0, length, 0),
                        rows,
                        terms,
                        length);
    }

    private double[] numbers(int count) {
        return random.doubles(count, -1, 1).toArray();
    }
}
