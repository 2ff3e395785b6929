package org.converge4j.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.converge4j.problem.data.Data;
import org.junit.jupiter.api.Test;

class PrincipalAxesTest {
    /** X'X = diag(18, 2, 4), so the Hessian 2 X'X / 4 is diag(9, 1, 2) in (w₁, w₂, b); the fit is (1, 1, 2). */
    @Test
    void axes_of_orthogonal_columns_are_the_parameters_themselves() {
        Data data = new Data(4, new double[] {3, 0, -3, 0, 0, 1, 0, -1}, new double[] {5, -1, 3, 1});

        List<Direction> axes = PrincipalAxes.of(data);

        assertThat(axes)
                .extracting(Direction::name)
                .containsExactly("stiffest direction", "second stiffest direction", "flattest direction");
        double[] curvatures = {9, 2, 1};
        double[][] moved = {{2, 1, 2}, {1, 1, 3}, {1, 2, 2}};
        for (int i = 0; i < 3; i++) {
            assertThat(axes.get(i).curvature()).isCloseTo(curvatures[i], within(1e-12));
            assertThat(axes.get(i).place(new double[] {1, 1, 2})).isCloseTo(0, within(1e-12));
            assertThat(Math.abs(axes.get(i).place(moved[i]))).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void two_rows_span_two_directions_and_one_row_gives_no_picture() {
        assertThat(PrincipalAxes.of(new Data(2, new double[] {1, 2, 3, 4}, new double[] {1, 2})))
                .hasSize(2);
        assertThat(PrincipalAxes.of(new Data(1, new double[] {1, 2}, new double[] {1})))
                .isEmpty();
    }
}
