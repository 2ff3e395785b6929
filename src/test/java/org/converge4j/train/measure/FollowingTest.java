package org.converge4j.train.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.converge4j.result.Descent;
import org.junit.jupiter.api.Test;

class FollowingTest {
    private static final Catalog CATALOG = Catalog.load(FollowingTest.class.getClassLoader());
    private static final int STEPS = 300;

    @Test
    void steps_are_all_at_first_then_log_spaced_and_end_with_the_budget() {
        assertThat(Following.spaced(5, 200)).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(Following.spaced(0, 200)).containsExactly(0);
        assertThat(Following.spaced(100_000, 200))
                .hasSizeLessThanOrEqualTo(200)
                .startsWith(0, 1)
                .endsWith(100_000);
    }

    /** Along a principal axis of curvature λ gradient descent multiplies the distance from the solution by 1 − ηλ. */
    @Test
    void gradient_descent_shrinks_each_principal_axis_by_its_own_factor() {
        Problem linear = new Problem(
                "linear",
                new Choice("randn", Map.of("rows", 20, "features", 4, "targets", 1, "seed", 1L)),
                new Choice("linear", Map.of()),
                List.of());

        Descent descent = descent(linear, 0.1);

        assertThat(descent.axes()).hasSize(3);
        for (Descent.Axis axis : descent.axes()) {
            for (int i = 0; i < descent.steps().length; i++) {
                double expected = axis.places()[0] * Math.pow(1 - 0.1 * axis.curvature(), descent.steps()[i]);
                assertThat(axis.places()[i]).isCloseTo(expected, within(1e-9));
            }
        }
    }

    @Test
    void a_path_ends_where_its_run_diverges() {
        Problem bowl = Problem.of("bowl", new Choice("quadratic", Map.of("condition", 100.0)), List.of(4.0, 3.0));

        Descent descent = descent(bowl, 0.1); // 2 / λ = 0.02

        assertThat(descent.steps().length).isLessThan(Following.spaced(STEPS, 200).length);
        assertThat(descent.losses()).hasSameSizeAs(descent.steps());
        assertThat(descent.axes()).extracting(Descent.Axis::name).containsExactly("x", "y");
        assertThat(descent.axes().get(0).places()).startsWith(4).hasSameSizeAs(descent.steps());
    }

    private static Descent descent(Problem problem, double rate) {
        Training training =
                new Training(new Budget(Budget.Unit.STEPS, STEPS), 0, Precision.DOUBLE, Recording.EVERY_STEP);
        Trial trial = new Trial("sgd", problem, new Choice("sgd", Map.of("learningRate", rate)), training);
        RunSpec run = new RunSpec(trial, 1);
        LoadedProblem loaded = LoadedProblem.load(problem, CATALOG, Path.of(""));
        return Objects.requireNonNull(Following.of(loaded, List.of(run), CATALOG, Allowance.of(loaded, List.of(run)))
                .get(run));
    }
}
