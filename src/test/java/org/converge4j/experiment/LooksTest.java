package org.converge4j.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Looking;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The multiplications are counted by hand: a look takes rows × those of a row, a step three times as many for its batch. */
class LooksTest {
    private static final long LENET = 2_293_510;

    @Test
    void a_small_network_is_looked_at_wherever_its_loss_is_recorded() {
        // 120 irises, a network of 131 parameters, 1000 steps: 1001 × 120 × 131 multiplications are 16 million
        Looks looks = Looks.of(steps(1000, 16), facts(120, 30, 131), false, 1);

        assertThat(looks.areAsRecorded()).isTrue();
        assertThat(looks.rows()).isEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource({
        "60000, 10000, 20000", // some 21 epochs of MNIST
        "60000, 0, 5000",
        "6000, 0, 2000",
        "500, 0, 10000"
    })
    void looking_at_a_large_network_takes_a_tenth_of_training_the_end_included(int rows, int test, int steps) {
        ProblemFacts facts = facts(rows, test, LENET);
        Looks looks = Looks.of(steps(steps, 64), facts, false, 1);

        double taken = (double) (seen(looks, steps) - 1) * (looks.rows() + looks.testRows()) + rows + test;
        assertThat(taken).isLessThanOrEqualTo(0.1 * 3 * 64 * steps).isGreaterThan(0.05 * 3 * 64 * steps);
        assertThat(looks.includes(0)).isTrue();
        assertThat(looks.includes(steps)).isTrue();
        assertThat(looks.products()).isEqualTo(taken * LENET);
    }

    @Test
    void where_the_last_look_alone_takes_more_those_before_it_take_a_twentieth() {
        int epoch = 938; // of 60,000 rows in batches of 64
        Looks looks = Looks.of(steps(epoch, 64), facts(60_000, 0, LENET), false, 1);

        double before = (double) (seen(looks, epoch) - 1) * looks.rows();
        assertThat(before).isBetween(0.03 * 3 * 64 * epoch, 0.05 * 3 * 64 * epoch);
        assertThat(looks.rows()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void a_look_of_two_passes_counts_twice() {
        ProblemFacts facts = facts(60_000, 0, LENET);

        assertThat(Looks.of(steps(20_000, 64), facts, false, 2).rows())
                .isLessThan(Looks.of(steps(20_000, 64), facts, false, 1).rows());
    }

    @Test
    void losses_that_come_with_the_steps_are_free_and_other_metrics_are_seen_less_often_rather_than_on_fewer_rows() {
        Looks looks = Looks.of(steps(20, 0), facts(60_000, 0, LENET), true, 1);

        assertThat(looks.areAsRecorded()).isFalse();
        assertThat(looks.rows()).isEqualTo(60_000);
        // a tenth of 20 steps × 3 passes is 6 - 1 looks and the last
        assertThat(seen(looks, 20)).isBetween(3L, 6L);
    }

    @Test
    void what_an_experiment_says_counts() {
        ProblemFacts facts = facts(60_000, 0, LENET);
        Training training = steps(938, 64);

        assertThat(Looks.of(saying(training, Optional.of(0), Optional.empty()), facts, false, 1)
                        .areAsRecorded())
                .isTrue();
        Looks both = Looks.of(saying(training, Optional.of(0), Optional.of(20)), facts, false, 1);
        assertThat(both.rows()).isEqualTo(60_000);
        assertThat(seen(both, 938)).isEqualTo(20);
        assertThat(Looks.of(saying(training, Optional.of(1234), Optional.empty()), facts, false, 1)
                        .rows())
                .isEqualTo(1234);
        assertThat(seen(Looks.of(saying(training, Optional.empty(), Optional.of(7)), facts, false, 1), 938))
                .isEqualTo(7);
    }

    private static Training saying(Training training, Optional<Integer> rows, Optional<Integer> looks) {
        return training.looked(Optional.of(new Looking(rows, looks)));
    }

    private static long seen(Looks looks, int steps) {
        return IntStream.rangeClosed(0, steps).filter(looks::includes).count();
    }

    private static Training steps(int steps, int batch) {
        return new Training(new Budget(Budget.Unit.STEPS, steps), batch, Precision.FLOAT, Recording.EVERY_STEP);
    }

    private static ProblemFacts facts(int rows, int testRows, long products) {
        return new ProblemFacts(
                rows,
                784,
                10,
                (int) Math.min(products, 431_080),
                "",
                Optional.empty(),
                testRows,
                List.of(),
                List.of(),
                List.of("a", "b"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(products));
    }
}
