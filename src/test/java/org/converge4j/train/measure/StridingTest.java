package org.converge4j.train.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.result.Measurement.Strides;
import org.junit.jupiter.api.Test;

/** On f = ½ (x² + 10 y²) from (4, 3). */
class StridingTest {
    private static final Catalog CATALOG = Catalog.load(StridingTest.class.getClassLoader());

    /** Its gradient is (4, 30) at first, and along an axis of curvature λ a step is 1 − ηλ of the one before. */
    @Test
    void gradient_descent_moves_by_rate_times_gradient() {
        Strides strides = strides("sgd", 0.05);

        assertThat(strides.steps()).startsWith(1, 2, 3).endsWith(300);
        assertThat(strides.rates()).isEmpty();
        for (int i = 0; i < strides.steps().length; i++) {
            int before = strides.steps()[i] - 1;
            double x = 0.05 * 4 * Math.pow(1 - 0.05, before);
            double y = 0.05 * 30 * Math.pow(1 - 0.5, before);
            assertThat(strides.sizes()[i]).isCloseTo(Math.sqrt((x * x + y * y) / 2), within(1e-12));
        }
    }

    /** Expected: {@code estim_lr} and root mean squares of updates of optax 0.2.8's {@code contrib.prodigy(1.0)}, in double, after 1, 2, 10 and 300 steps. */
    @Test
    void what_prodigy_has_found_is_told() {
        Strides strides = strides("prodigy", 1.0);

        assertStride(strides, 1, 1e-6, 9.9999995520107e-07);
        assertStride(strides, 2, 1e-6, 9.999999607119414e-07);
        assertStride(strides, 10, 1.7325207204253454e-05, 1.0467703251993604e-05);
        assertStride(strides, 300, 1.5688573860239488, 5.774290079103347e-07);
        assertThat(strides.rates()).isSorted();
    }

    @Test
    void a_run_that_diverges_is_followed_no_further() {
        Strides strides = strides("sgd", 100); // times 999 a step: beyond all numbers after a hundred

        assertThat(strides.steps()).isNotEmpty();
        assertThat(strides.steps()[strides.steps().length - 1]).isLessThan(150);
        assertThat(Arrays.stream(strides.sizes())).allMatch(Double::isFinite);
    }

    private static void assertStride(Strides strides, int step, double rate, double size) {
        int at = IntStream.range(0, strides.steps().length)
                .filter(i -> strides.steps()[i] == step)
                .findFirst()
                .orElseThrow();
        assertThat(strides.rates()[at]).isCloseTo(rate, within(1e-9 * rate));
        assertThat(strides.sizes()[at]).isCloseTo(size, within(1e-7 * size));
    }

    private static Strides strides(String updater, double rate) {
        Problem bowl =
                Problem.of("bowl", new Choice("quadratic", Map.of("condition", 10.0, "angle", 0.0)), List.of(4.0, 3.0));
        Training training = new Training(new Budget(Budget.Unit.STEPS, 300), 0, Precision.DOUBLE, Recording.EVERY_STEP);
        RunSpec run = new RunSpec(
                new Trial(updater, bowl, new Choice(updater, Map.of(Choice.LEARNING_RATE, rate)), training), 1);
        LoadedProblem loaded = LoadedProblem.load(bowl, CATALOG, Path.of(""));
        return Objects.requireNonNull(Striding.of(loaded, List.of(run), CATALOG, Allowance.of(loaded, List.of(run)))
                .get(run));
    }
}
