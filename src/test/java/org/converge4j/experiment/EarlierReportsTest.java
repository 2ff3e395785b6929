package org.converge4j.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.converge4j.experiment.EarlierReports.Look;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.junit.jupiter.api.Test;

class EarlierReportsTest {
    private static final Experiment NOW = experiment(5, 100, List.of(1L, 2L));

    @Test
    void another_budget_on_the_same_problem_and_seeds_is_another_look() {
        Look shorter = Look.of(experiment(5, 10, List.of(2L, 3L)));

        assertThat(EarlierReports.NONE.and(shorter).before(NOW)).containsExactly(shorter);
    }

    @Test
    void other_seeds_or_another_problem_are_none() {
        Look otherSeeds = Look.of(experiment(5, 10, List.of(3L, 4L)));
        Look otherProblem = Look.of(experiment(6, 10, List.of(1L, 2L)));

        assertThat(EarlierReports.NONE.and(otherSeeds).and(otherProblem).before(NOW))
                .isEmpty();
    }

    /** Older versions kept no problems. */
    @Test
    void a_look_is_the_same_with_or_without_its_problems() {
        Look now = Look.of(NOW);
        EarlierReports old = new EarlierReports(List.of(new Look(now.trials(), now.seeds(), now.rule(), List.of())));

        assertThat(old.before(NOW)).isEmpty();
        assertThat(old.and(now)).isEqualTo(old);
    }

    private static Experiment experiment(int rows, int steps, List<Long> seeds) {
        Problem problem =
                new Problem("p", new Choice("randn", Map.of("rows", rows)), new Choice("linear", Map.of()), List.of());
        Training training =
                new Training(new Budget(Budget.Unit.STEPS, steps), 0, Precision.DOUBLE, Recording.EVERY_STEP);
        Trial trial = new Trial("sgd", problem, new Choice("sgd", Map.of(Choice.LEARNING_RATE, .1)), training);
        return new Experiment("e", "", List.of(trial), seeds, List.of());
    }
}
