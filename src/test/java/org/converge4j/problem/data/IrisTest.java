package org.converge4j.problem.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The irises are Fisher's. */
class IrisTest {
    /** R: {@code colMeans(iris[1:4])} gives 5.843333 3.057333 3.758000 1.199333; R's data are Fisher's own. */
    @Test
    void there_are_fifty_of_each_species_and_their_lengths_have_the_means_that_r_gives() {
        Data data = new Iris(Standardise.NONE, 0, 1, Split.ONE).load(Path.of(""));

        assertThat(data.rows()).isEqualTo(150);
        assertThat(data.columns().classes()).containsExactly("setosa", "versicolor", "virginica");
        for (int species = 0; species < 3; species++) {
            assertThat(sum(data.y(), 3, species)).isEqualTo(50);
        }
        double[] means = {5.843333, 3.057333, 3.758, 1.199333};
        for (int c = 0; c < 4; c++) {
            assertThat(sum(data.x(), 4, c) / 150).isCloseTo(means[c], within(0.005)); // UCI's copy errs in two rows
        }
    }

    @Test
    void the_training_part_alone_decides_the_scale() {
        Data data = new Iris(Standardise.FEATURES, 0.2, 1, Split.ONE).load(Path.of(""));

        assertThat(data.rows()).isEqualTo(120);
        assertThat(data.test())
                .hasValueSatisfying(test -> assertThat(test.rows()).isEqualTo(30));
        for (int c = 0; c < 4; c++) {
            assertThat(sum(data.x(), 4, c)).isCloseTo(0, within(1e-10));
            assertThat(sum(data.test().orElseThrow().x(), 4, c)).isNotCloseTo(0, within(1e-3));
        }
    }

    private static double sum(double[] table, int columns, int column) {
        return IntStream.range(0, table.length / columns)
                .mapToDouble(row -> table[row * columns + column])
                .sum();
    }
}
