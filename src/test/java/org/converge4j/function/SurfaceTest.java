package org.converge4j.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The functions against what is published of them, and their gradients against central differences. */
class SurfaceTest {
    private static final double H = 1e-5;

    static Stream<Surface> surfaces() {
        return Catalog.load(SurfaceTest.class.getClassLoader()).functions().stream()
                .map(variant -> (Surface) variant.create(Map.of()));
    }

    @ParameterizedTest
    @MethodSource("surfaces")
    void the_gradient_is_the_slope_of_the_value(Surface f) {
        for (double x : new double[] {-2.3, -0.4, 0.7, 1.9}) {
            for (double y : new double[] {-1.6, 0.2, 1.1, 2.8}) {
                Point gradient = f.gradient(x, y);
                double scale = 1 + Math.abs(gradient.x()) + Math.abs(gradient.y());
                assertThat(gradient.x())
                        .isCloseTo((f.value(x + H, y) - f.value(x - H, y)) / (2 * H), within(1e-6 * scale));
                assertThat(gradient.y())
                        .isCloseTo((f.value(x, y + H) - f.value(x, y - H)) / (2 * H), within(1e-6 * scale));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("surfaces")
    void it_is_flat_and_least_at_its_minima(Surface f) {
        for (Point minimum : f.minima()) {
            assertThat(f.value(minimum.x(), minimum.y())).isCloseTo(f.floor(), within(1e-25));
            assertThat(f.gradient(minimum.x(), minimum.y()).x()).isCloseTo(0, within(1e-12));
            assertThat(f.gradient(minimum.x(), minimum.y()).y()).isCloseTo(0, within(1e-12));
            assertThat(f.value(minimum.x() + 0.01, minimum.y() - 0.01)).isGreaterThan(f.floor());
        }
    }

    @ParameterizedTest
    @MethodSource("surfaces")
    void a_seed_moves_the_start_within_the_jitter_and_always_alike(Surface f) {
        Point start = f.start(7);

        assertThat(start).isEqualTo(f.start(7)).isNotEqualTo(f.start(8));
        assertThat(start.x()).isCloseTo(f.start().x(), within(f.jitter()));
        assertThat(start.y()).isCloseTo(f.start().y(), within(f.jitter()));
    }

    /** Moré, Garbow & Hillstrom 1981 for the starts of problems 1 and 5; the others by hand. */
    @Test
    void values_are_those_of_the_literature() {
        assertThat(new Rosenbrock().value(-1.2, 1)).isCloseTo(24.2, within(1e-12));
        assertThat(new Beale().value(1, 1)).isEqualTo(14.203125);
        assertThat(new Himmelblau().value(0, 0)).isEqualTo(170);
        assertThat(new Himmelblau().value(-0.270845, -0.923039)).isCloseTo(181.617, within(1e-3)); // its one maximum
        assertThat(new Rastrigin().value(1, 1)).isCloseTo(2, within(1e-12));
    }

    @Test
    void the_quadratic_is_as_steep_as_its_condition_says() {
        Quadratic straight = new Quadratic(100, 0, 0);
        assertThat(straight.value(4, 3)).isEqualTo((4 * 4 + 100 * 3 * 3) / 2.0);

        Quadratic turned = new Quadratic(100, 90, 0);
        assertThat(turned.value(4, 3)).isCloseTo((3 * 3 + 100 * 4 * 4) / 2.0, within(1e-9));
    }

    /** Rosenbrock a unit of rounding u = 2^-53 or 2^-24 from (1, 1) on both axes: 4u² + 100 (2u + 4u)²; Rastrigin: 20 · 2u. */
    @Test
    void values_next_to_the_minimum_are_told_from_it_by_rounding_alone() {
        assertThat(new Rosenbrock().resolution()).isEqualTo(new Resolution(5e-29, 2e-11));
        assertThat(new Rastrigin().resolution()).isEqualTo(new Resolution(5e-15, 5e-15));
        assertThat(new Quadratic().resolution()).isEqualTo(Resolution.NONE);
    }
}
