package org.converge4j.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SignedRankTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void isExactWithoutTies() {
        // R's example(wilcox.test), Hollander and Wolfe 1973 p. 29: wilcox.test(x, y, paired=TRUE)
        double[] x = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
        double[] y = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
        double[] differences = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            differences[i] = x[i] - y[i];
        }
        assertThat(SignedRank.of(differences).p()).isEqualTo(0.0390625, within(1e-15));
    }

    // SciPy 1.17.1 from here on: wilcoxon(d, zero_method='pratt', method=PermutationMethod(n_resamples=np.inf)).pvalue

    @Test
    void isExactWithZerosAndTies() {
        assertThat(SignedRank.of(0, 0, 1, -1, 2, 2, 3, 4, 5, 6).p()).isEqualTo(0.0234375, within(1e-15));
        assertThat(SignedRank.of(1, 1, 1, 2, 3, 4, 5, 6, 7, 8).p()).isEqualTo(0.001953125, within(1e-15));
        assertThat(SignedRank.of(1, -1, 1, 1, -2, 3, 3, 3).p()).isEqualTo(0.1796875, within(1e-15));
    }

    @Test
    void isExactForAFew() {
        assertThat(SignedRank.of(1, 2).p()).isEqualTo(0.5, within(1e-15));
        assertThat(SignedRank.of(1, -2, 3).p()).isEqualTo(0.75, within(1e-15));
        assertThat(SignedRank.of(0, 0, 1).p()).isEqualTo(1, within(1e-15));
        assertThat(SignedRank.of(2, 2, -2).p()).isEqualTo(1, within(1e-15));
        assertThat(SignedRank.of(1, 2, 3, 4, -5).p()).isEqualTo(0.625, within(1e-15));
        assertThat(SignedRank.of(0, 1, 1, -1, 2).p()).isEqualTo(0.5, within(1e-15));
        assertThat(SignedRank.of(1, 1, 1, 1, 1, -1).p()).isEqualTo(0.21875, within(1e-15));
        assertThat(SignedRank.of(.5, -.5, 1.5, 1.5, 2.5, -.5, 3).p()).isEqualTo(0.109375, within(1e-15));
        assertThat(SignedRank.of(0, 0, 0, 0, 1, 2, 3, 4).p()).isEqualTo(0.125, within(1e-15));
    }

    @Test
    void isExactForSeveral() {
        assertThat(SignedRank.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, -12).p()).isEqualTo(0.0341796875, within(1e-15));
        assertThat(SignedRank.of(-3, -3, -3, 1, 2, 2, 2, 2, 5, 5, 6, 7, 7, 9).p())
                .isEqualTo(0.0489501953125, within(1e-15));
    }

    @Test
    void ranksADivergedRunAboveAllOthers() {
        // with 100 in place of ∞
        assertThat(SignedRank.of(-1, 2, 3, 4, 5, 6, 7, 8, 9, INFINITE).p()).isEqualTo(0.00390625, within(1e-15));
        assertThat(SignedRank.of(-1, 2, 3, 4, 5, 6, 7, INFINITE, INFINITE, INFINITE)
                        .p())
                .isEqualTo(0.00390625, within(1e-15));
    }

    @Test
    void isNormalForManyPairs() {
        // SciPy 1.17.1: d = np.arange(1, 121) * np.where(np.arange(120) % 3 == 0, -1, 1),
        // wilcoxon(d, correction=True, method='asymptotic').pvalue; exact it is 0.000949
        double[] differences = new double[120];
        Arrays.setAll(differences, i -> (i + 1) * (i % 3 == 0 ? -1 : 1));
        assertThat(SignedRank.of(differences).p()).isEqualTo(0.001066850188328697, within(1e-12));
    }

    @Test
    void findsNothingWhereNothingDiffers() {
        assertThat(SignedRank.of(new double[10]).p()).isEqualTo(1);
    }

    @Test
    void knowsTheDistributionWithoutTies() {
        // R: 2 * psignrank(c(0, 8, 12), c(6, 10, 12))
        assertThat(SignedRank.untied(6, 0)).isEqualTo(0.03125, within(1e-15));
        assertThat(SignedRank.untied(10, 8)).isEqualTo(0.048828125, within(1e-15));
        assertThat(SignedRank.untied(10, 55 - 8)).isEqualTo(0.048828125, within(1e-15));
        assertThat(SignedRank.untied(12, 12)).isEqualTo(0.0341796875, within(1e-15));
    }
}
