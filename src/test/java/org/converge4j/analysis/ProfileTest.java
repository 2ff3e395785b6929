package org.converge4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void scoresTheAreaUpToFour() {
        // fastest on one problem, twice the steps on the next, missed on the third: ((4-1) + (4-2) + 0) / 3 / 3
        Profile.Line line = Profile.line("a", new double[] {2, INFINITE, 1});
        assertThat(line.score()).isEqualTo(5.0 / 9, within(1e-15));
        assertThat(line.share(1)).isEqualTo(1.0 / 3, within(1e-15));
        assertThat(line.share(4)).isEqualTo(2.0 / 3, within(1e-15));
    }

    @Test
    void sortsItsRatios() {
        assertThat(Profile.line("a", new double[] {3, INFINITE, 1, 2}).ratios()).containsExactly(1, 2, 3, INFINITE);
    }
}
