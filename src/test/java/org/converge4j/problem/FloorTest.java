package org.converge4j.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.DataSettings;
import org.converge4j.experiment.Rank;
import org.converge4j.experiment.SourceFile;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.DataSource;
import org.converge4j.problem.data.Randn;
import org.converge4j.problem.data.Synthetic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The least mean squared error of a linear fit with bias. */
class FloorTest {
    @Test
    void of_raw_mtcars_is_the_residual_of_r_s_lm() {
        // R 4.2: m <- lm(mpg ~ ., mtcars); sum(resid(m)^2) = 147.4944, over 32 rows
        Data cars = cars("none");

        assertThat(LeastSquares.of(cars).orElseThrow().floor()).isCloseTo(4.609201, within(5e-7));
    }

    @Test
    void of_standardised_mtcars_is_divided_by_the_variance_of_mpg() {
        // R 4.2: var(mtcars$mpg) = 36.3241
        Data cars = cars("all");

        assertThat(LeastSquares.of(cars).orElseThrow().floor()).isCloseTo(147.4944 / 32 / 36.3241, within(1e-7));
    }

    @Test
    void is_exactly_zero_where_there_are_fewer_rows_than_parameters() {
        assertThat(LeastSquares.of(new Randn().load(Path.of(""))).orElseThrow().floor())
                .isZero();
    }

    @Test
    void of_repeated_rows_is_what_no_fit_can_pass_through() {
        // one x with targets 0 and 2: the best constant there is 1, the mean squared error 1; the third row is met
        Data data = new Data(3, new double[] {1, 1, 5}, new double[] {0, 2, 7});

        assertThat(LeastSquares.of(data).orElseThrow().floor()).isCloseTo(2.0 / 3, within(1e-12));
    }

    /**
     * Python's mpmath with 80 digits on the decimal text: {@code w = lu_solve(X.T * X, X.T * y)} with a column of ones in X, the
     * mean of {@code (X w - y)^2}, and 2/30 times the extreme {@code eigsy(X.T * X)}. R's lm gives the same floors.
     */
    @ParameterizedTest
    @CsvSource({
        "plain, 0.768430068781652, 1e-14, 2.72792, 0.669865",
        "offsetX, 0.768430068700281, 1e-9, 8.0e12, 3.55912e-13",
        "hugeXscale, 0.768430068781652, 1e-14, 1.86509e16, 8.05844e-17"
    })
    void neither_offsets_nor_units_cost_digits(
            String name, double floor, double accuracy, double largest, double smallest) {
        LeastSquares fit = LeastSquares.of(table(name)).orElseThrow();

        assertThat(fit.floor()).isCloseTo(floor, within(accuracy));
        assertThat(fit.curvature()).hasValueSatisfying(curvature -> {
            assertThat(curvature.largest()).isCloseTo(largest, withinPercentage(1e-3));
            assertThat(curvature.smallest()).isCloseTo(smallest, withinPercentage(1e-3));
        });
    }

    /** The columns x4 and x5 of {@code rankdef} are x1 + x3 and 2 x2 by another name: 80 digits find two eigenvalues below 1e-32. */
    @Test
    void directions_that_the_data_do_not_span_are_counted() {
        LeastSquares fit = LeastSquares.of(table("rankdef")).orElseThrow();

        assertThat(fit.rank()).isEqualTo(new Rank(5, 7));
        assertThat(fit.floor()).isCloseTo(0.768430068781652, within(1e-14));
        assertThat(fit.curvature().orElseThrow().smallest()).isCloseTo(0.753731, withinPercentage(1e-3));
        assertThat(LeastSquares.of(table("nltp")).orElseThrow().rank()).isEqualTo(new Rank(4, 8));
        assertThat(LeastSquares.of(table("nltp")).orElseThrow().floor()).isZero();
    }

    /** All columns alike, or one that does not vary: R's {@code lm(y ~ x)} then leaves the variance of y, 2/3 for 1, 2, 3. */
    @Test
    void of_columns_that_do_not_vary_is_the_variance() {
        Data data = new Data(3, new double[] {0.1, 0.1, 0.1}, new double[] {1, 2, 3});

        assertThat(LeastSquares.of(data).orElseThrow().floor()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(LeastSquares.of(data).orElseThrow().rank()).isEqualTo(new Rank(1, 2));
    }

    @Test
    void curvature_beyond_64_bits_is_not_known() {
        assertThat(LeastSquares.of(new Data(3, new double[] {1e308, -1e308, 3}, new double[] {1, 2, 4}))
                        .flatMap(LeastSquares::curvature))
                .isEmpty();
        assertThat(LeastSquares.of(new Data(3, new double[] {1e160, -1e160, 3}, new double[] {1e160, 2, 4}))
                        .flatMap(LeastSquares::curvature))
                .isEmpty();
    }

    private static Data table(String name) {
        return csv("src/test/resources/floors/" + name + ".csv", "y0", List.of(), "none");
    }

    private static Data cars(String standardise) {
        return csv("configs/data/mtcars.csv", "mpg", List.of("model"), standardise);
    }

    private static Data csv(String file, String target, List<String> ignored, String standardise) {
        DataSettings csv = Catalog.load(FloorTest.class.getClassLoader())
                .data(
                        "csv",
                        Map.of(
                                "file",
                                new SourceFile(file, ""),
                                "target",
                                List.of(target),
                                "ignore",
                                ignored,
                                "standardise",
                                standardise));
        return ((DataSource) csv).load(Path.of(""));
    }

    /** With n rows and p parameters the residual of a least-squares fit has the mean square σ²(n − p)/n in expectation. */
    @ParameterizedTest
    @CsvSource({"2000, 5, 0.5", "2000, 5, 0"})
    void the_floor_of_linear_data_is_what_its_noise_leaves(int rows, int features, double noise) {
        Data data = new Synthetic.Linear(rows, features, 1, 10, noise, 3).load(Path.of(""));

        double expected = noise * noise * (rows - features - 1) / rows;

        assertThat(LeastSquares.of(data))
                .hasValueSatisfying(fit -> assertThat(fit.floor()).isCloseTo(expected, within(0.1 * expected + 1e-20)));
    }
}
