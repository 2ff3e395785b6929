package org.converge4j.analysis.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
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
        Curve curve = sparse(0, 1, 10, 100, 112, 126, 141, 158, 178, 200);
        assertThat(factorOf(curve, 0).orElseThrow()).isEqualTo(0.95, within(1e-9));
    }

    @Test
    void isUnknownWhileTheRunIsStillChanging() {
        Curve curve = curve(60, t -> Math.pow(0.99, 2 * t) + Math.pow(0.95, 2 * t));
        assertThat(factorOf(curve, 0)).isEmpty();
        assertThat(factorOf(curve(10, t -> Math.pow(0.9, t)), 0)).isEmpty();
    }

    @Test
    void doesNotDependOnTheUnitOfTheLoss() {
        // a million times a curve whose rounding starts at step 175
        assertThat(factor(1000, t -> 1e6 * Math.max(Math.pow(0.9, 2 * t), 1e-16), 0))
                .isEqualTo(0.9, within(1e-9));
    }

    @Test
    void isUnknownForARunThatOscillates() {
        // about the line its logarithm moves by ln(1.06/0.94) = 0.120 and ln(1.04/0.96) = 0.080; 0.1 is the limit
        assertThat(factorOf(curve(100, t -> oscillating(t, 0.06)), 0)).isEmpty();
        assertThat(factor(100, t -> oscillating(t, 0.04), 0)).isEqualTo(0.9, within(1e-3));
    }

    @Test
    void needsNineteenStepsAndSixPointsOfTheLaterHalf() {
        assertThat(factor(38, t -> Math.pow(0.9, 2 * t), 0)).isEqualTo(0.9, within(1e-9));
        assertThat(factorOf(curve(37, t -> Math.pow(0.9, 2 * t)), 0)).isEmpty();
        assertThat(factorOf(sparse(0, 100, 120, 140, 160, 180, 200), 0)).isPresent();
        assertThat(factorOf(sparse(0, 100, 125, 150, 175, 200), 0)).isEmpty();
    }

    private static double oscillating(int t, double amplitude) {
        return Math.pow(0.9, 2 * t) * (1 + amplitude * (t % 2 == 0 ? 1 : -1));
    }

    private static Curve sparse(int... steps) {
        return new Curve(
                steps,
                Arrays.stream(steps).mapToDouble(t -> Math.pow(0.95, 2 * t)).toArray());
    }

    private static double factor(int steps, IntToDoubleFunction loss, double floor) {
        return factorOf(curve(steps, loss), floor).orElseThrow();
    }

    private static Curve curve(int steps, IntToDoubleFunction loss) {
        return new Curve(
                IntStream.rangeClosed(0, steps).toArray(),
                IntStream.rangeClosed(0, steps).mapToDouble(loss).toArray());
    }

    /** Losses in 64 bits are told apart to 1e-14 of the first. */
    private static Optional<Double> factorOf(Curve curve, double floor) {
        return AsymptoticFactor.of(curve, floor, 1e-14 * curve.first());
    }
}
