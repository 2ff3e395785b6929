package org.converge4j.train.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The expected numbers are those of {@link StrictMath}, which are fdlibm's. */
class TanhTest {
    @Test
    void agreesWithFdlibm() {
        double[] x = grid();
        double[] found = x.clone();
        Tanh.apply(found, found.length);
        for (int i = 0; i < x.length; i++) {
            double expected = StrictMath.tanh(x[i]);
            assertThat(found[i]).as("tanh %s", x[i]).isEqualTo(expected, within(6e-16 * Math.abs(expected)));
        }
    }

    @Test
    void agreesInSinglePrecision() {
        double[] x = grid();
        float[] found = new FloatArithmetic().of(x);
        Tanh.apply(found, found.length);
        for (int i = 0; i < x.length; i++) {
            float expected = (float) StrictMath.tanh((float) x[i]);
            assertThat(found[i]).as("tanh %s", x[i]).isEqualTo(expected, within(5e-7f * Math.abs(expected)));
        }
    }

    @Test
    void passesOnWhatIsNoNumber() {
        double[] wide = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        Tanh.apply(wide, 3);
        assertThat(wide).containsExactly(Double.NaN, 1, -1);
        float[] narrow = {Float.NaN};
        Tanh.apply(narrow, 1);
        assertThat(narrow).containsExactly(Float.NaN);
    }

    /** From −100 to 100, dense around 0, and down to 1e-300. */
    private static double[] grid() {
        double[] x = new double[40_000];
        for (int i = 0; i < 20_000; i++) {
            x[i] = Math.pow(10, -30 + 32 * i / 20_000.0);
            x[20_000 + i] = -10 + 20 * i / 20_000.0;
        }
        return x;
    }
}
