package org.converge4j.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.converge4j.analysis.Band;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.Experiments;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.analysis.verdict.Findings;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.junit.jupiter.api.Test;

/** What a seed decides is said, and what is true of the rows of one seed alone is not said of all. */
class SeedingTest {
    private static final Training SMALL_BATCHES =
            new Training(new Budget(Budget.Unit.STEPS, 3), 2, Precision.DOUBLE, Recording.EVERY_STEP);

    @Test
    void a_seed_may_draw_the_start_alone() {
        assertThat(Seeding.of(new Experiments()
                                .trial("sgd", 0.1, curve(4, 1), curve(5, 1))
                                .comparison(2, 0))
                        .toString())
                .isEqualTo("A seed draws the start; the data and their split are the same for all.");
    }

    /** What it draws cannot be seen of one, and nothing is shared by all. */
    @Test
    void of_a_single_seed_nothing_is_said() {
        Comparison one = new Experiments()
                .trained(SMALL_BATCHES)
                .trial("sgd", 0.1, curve(4, 1))
                .comparison(1, 0);
        assertThat(Seeding.of(one).says()).isFalse();
    }

    @Test
    void a_function_has_no_data_to_split() {
        assertThat(Seeding.of(new Experiments()
                                .on(Problem.of("f", new Choice("rosenbrock", Map.of()), List.of()), Experiments.FACTS)
                                .trial("sgd", 0.1, curve(4, 1), curve(5, 1))
                                .comparison(2, 0))
                        .toString())
                .isEqualTo("A seed draws the start.");
    }

    @Test
    void a_seed_may_draw_the_split() {
        assertThat(Seeding.of(new Experiments()
                                .trained(SMALL_BATCHES)
                                .divided(1, 2)
                                .trial("sgd", 0.1, curve(4, 1), curve(5, 3))
                                .comparison(2, 0))
                        .toString())
                .isEqualTo(
                        "A seed draws the start, the order of the batches and the split; the rows that it divides are the"
                                + " same for all.");
    }

    @Test
    void curves_are_drawn_over_the_floors_of_their_own_rows() {
        // excesses 4, 2, 1 over floors 1, 10 and 100, of which the first is that of the chart
        Comparison comparison = new Experiments()
                .divided(1, 10, 100)
                .trial("sgd", 0.1, curve(8, 5), curve(18, 12), curve(108, 101))
                .comparison(3, 0);
        ProblemComparison problem = comparison.problems().get(0);
        Band band = problem.trials().get(0).band();

        assertThat(problem.isDividedBySeed()).isTrue();
        assertThat(problem.floor()).contains(1.0);
        assertThat(problem.trials().get(0).excess()).contains(new Quartiles(1.5, 2, 3));
        assertThat(band.loss(1)).isEqualTo(new Quartiles(2.5, 3, 4));
        assertThat(Words.facts(problem).toString()).endsWith("floor 1 to 100");
        assertThat(ProblemWords.of(problem))
                .extracting(fact -> fact.name() + ": " + fact.value())
                .contains("SHA-256 of the training rows: another for each seed");
    }

    @Test
    void theory_is_silent_with_the_reason() {
        Comparison comparison = new Experiments()
                .divided(1, 2)
                .trial("sgd", 0.1, curve(4, 1), curve(5, 3))
                .comparison(2, 0);

        assertThat(Findings.of(comparison))
                .extracting(finding -> finding.sentence().toString())
                .anyMatch(sentence ->
                        sentence.startsWith("Theory says nothing of p: each seed trains on rows of its own"));
    }

    private static double[] curve(double... losses) {
        return losses;
    }
}
