package org.converge4j.problem.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.converge4j.problem.data.Data;
import org.junit.jupiter.api.Test;

class DigitsTest {
    private static final int SIDE = 28;
    private static final int CELLS = SIDE * SIDE;

    private final Data digits = new Digits(2000, 1, 0, 1).load(Path.of(""));

    @Test
    void are_pictures_of_grey_values_as_many_of_each() {
        assertThat(digits.rows()).isEqualTo(2000);
        assertThat(digits.features()).isEqualTo(CELLS);
        assertThat(digits.classRows()).containsOnly(200).hasSize(10);
        assertThat(Arrays.stream(digits.x()).allMatch(grey -> grey >= 0 && grey <= 1))
                .isTrue();
        // MNIST's training set has a mean of 0.1307
        assertThat(Arrays.stream(digits.x()).average().orElseThrow()).isBetween(0.08, 0.2);
    }

    @Test
    void are_the_same_for_a_seed_and_others_for_another() {
        assertThat(new Digits(2000, 1, 0, 1).load(Path.of("")).hash()).isEqualTo(digits.hash());
        assertThat(new Digits(2000, 1, 0, 2).load(Path.of("")).hash()).isNotEqualTo(digits.hash());
    }

    /** Told by the nearest of the hundred first of each kind: possible, and not perfect, as with MNIST (97 % with all of it). */
    @Test
    void can_be_told_apart_but_not_too_easily() {
        long right = IntStream.range(1000, 2000)
                .filter(row -> nearest(row) % 10 == row % 10)
                .count();

        assertThat(right).isBetween(850L, 995L);
    }

    @Test
    void without_jitter_each_digit_is_drawn_in_one_way() {
        Data still = new Digits(20, 0, 0, 1).load(Path.of(""));

        assertThat(Arrays.copyOf(still.x(), 10 * CELLS))
                .isEqualTo(Arrays.copyOfRange(still.x(), 10 * CELLS, 20 * CELLS));
    }

    private int nearest(int row) {
        double[] x = digits.x();
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int other = 0; other < 1000; other++) {
            double distance = 0;
            for (int line = 0; line < CELLS && distance < least; line += SIDE) {
                for (int i = line; i < line + SIDE; i++) {
                    double beside = x[row * CELLS + i] - x[other * CELLS + i];
                    distance += beside * beside;
                }
            }
            nearest = distance < least ? other : nearest;
            least = Math.min(least, distance);
        }
        return nearest;
    }
}
