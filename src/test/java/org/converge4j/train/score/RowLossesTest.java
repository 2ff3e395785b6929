package org.converge4j.train.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.converge4j.problem.data.Columns;
import org.converge4j.problem.data.Data;
import org.junit.jupiter.api.Test;

/** Expected values by NumPy: {@code losses.std(ddof=1) / sqrt(n) * sqrt(1 - n / all)}. */
class RowLossesTest {
    @Test
    void squared_errors_of_a_regression() {
        Data rows = new Data(4, new double[4], new double[] {1, 2, 3, 4});

        // losses 0.25, 1, 0, 4
        assertThat(RowLosses.standardError(rows, new double[] {1.5, 3, 3, 2}, 16)
                        .orElseThrow())
                .isCloseTo(0.797334426385817, within(1e-12));
    }

    @Test
    void cross_entropies_of_a_classification() {
        Data rows = new Data(
                3,
                new double[3],
                new double[] {1, 0, 0, 1, 1, 0},
                new Columns(List.of("x"), List.of("y"), List.of("a", "b")),
                Optional.empty());

        // −ln 0.5, −ln 0.8, −ln 0.9
        assertThat(RowLosses.standardError(rows, new double[] {0.5, 0.5, 0.2, 0.8, 0.9, 0.1}, 1_000_000_000)
                        .orElseThrow())
                .isCloseTo(0.17954717991667, within(1e-9));
    }

    @Test
    void a_single_row_has_none() {
        Data row = new Data(1, new double[1], new double[] {1});

        assertThat(RowLosses.standardError(row, new double[] {1}, 2)).isEmpty();
    }
}
