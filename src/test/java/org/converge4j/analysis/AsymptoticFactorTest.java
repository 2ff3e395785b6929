package org.converge4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.converge4j.result.Curve;
import org.junit.jupiter.api.Test;

class AsymptoticFactorTest {
    @Test
    void isTheSlowestDirections() {
        // excess = distance²: two directions that shrink by 0.9 and 0.5 a step, over a floor of 3
        assertThat(factor(200, t -> 3 + Math.pow(0.9, 2 * t) + 100 * Math.pow(0.5, 2 * t), 3))
                .isEqualTo(0.9, within(1e-3));
    }

    @Test
    void isNotDisturbedByRounding() {
        // after step 110 only noise is left
        assertThat(factor(1000, t -> Math.max(Math.pow(0.9, 2 * t), 1e-16), 0)).isEqualTo(0.9, within(1e-9));
    }

    @Test
    void isFoundFromAFewPointsADecade() {
        int[] steps = {0, 1, 10, 100, 112, 126, 141, 158, 178, 200};
        Curve curve = new Curve(
                steps,
                Arrays.stream(steps).mapToDouble(t -> Math.pow(0.95, 2 * t)).toArray());
        assertThat(AsymptoticFactor.of(curve, 0).orElseThrow()).isEqualTo(0.95, within(1e-9));
    }

    @Test
    void isUnknownWhileTheRunIsStillChanging() {
        Curve curve = curve(60, t -> Math.pow(0.99, 2 * t) + Math.pow(0.95, 2 * t));
        assertThat(AsymptoticFactor.of(curve, 0)).isEmpty();
        assertThat(AsymptoticFactor.of(curve(10, t -> Math.pow(0.9, t)), 0)).isEmpty();
    }

    private static double factor(int steps, IntToDoubleFunction loss, double floor) {
        return AsymptoticFactor.of(curve(steps, loss), floor).orElseThrow();
    }

    private static Curve curve(int steps, IntToDoubleFunction loss) {
        return new Curve(
                IntStream.rangeClosed(0, steps).toArray(),
                IntStream.rangeClosed(0, steps).mapToDouble(loss).toArray());
    }
}
