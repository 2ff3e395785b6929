package org.converge4j.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.DataSettings;
import org.converge4j.experiment.SourceFile;
import org.junit.jupiter.api.Test;

/** The least mean squared error of a linear fit with bias. */
class FloorTest {
    private static final SourceFile MTCARS = new SourceFile("configs/data/mtcars.csv", "");

    @Test
    void of_raw_mtcars_is_the_residual_of_r_s_lm() {
        // R 4.2: m <- lm(mpg ~ ., mtcars); sum(resid(m)^2) = 147.4944, over 32 rows
        Data cars = cars("none");

        assertThat(Floor.of(cars).orElseThrow()).isCloseTo(4.609201, within(5e-7));
    }

    @Test
    void of_standardised_mtcars_is_divided_by_the_variance_of_mpg() {
        // R 4.2: var(mtcars$mpg) = 36.3241
        Data cars = cars("all");

        assertThat(Floor.of(cars).orElseThrow()).isCloseTo(147.4944 / 32 / 36.3241, within(1e-7));
    }

    @Test
    void is_exactly_zero_where_there_are_fewer_rows_than_parameters() {
        assertThat(Floor.of(new Randn().load(Path.of("")))).contains(0.0);
    }

    @Test
    void of_repeated_rows_is_what_no_fit_can_pass_through() {
        // one x with targets 0 and 2: the best constant there is 1, the mean squared error 1; the third row is met
        Data data = new Data(3, new double[] {1, 1, 5}, new double[] {0, 2, 7});

        assertThat(Floor.of(data).orElseThrow()).isCloseTo(2.0 / 3, within(1e-12));
    }

    private static Data cars(String standardise) {
        DataSettings csv = Catalog.load(FloorTest.class.getClassLoader())
                .data(
                        "csv",
                        Map.of(
                                "file",
                                MTCARS,
                                "target",
                                List.of("mpg"),
                                "ignore",
                                List.of("model"),
                                "standardise",
                                standardise));
        return ((DataSource) csv).load(Path.of(""));
    }
}
