package org.converge4j.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedShiftTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /** R's example(wilcox.test), Hollander and Wolfe 1973 p. 29. */
    private static final double[] DEPRESSION = {
        1.83 - 0.878,
        0.50 - 0.647,
        1.62 - 0.598,
        2.48 - 2.05,
        1.68 - 1.06,
        1.88 - 1.29,
        1.55 - 1.06,
        3.06 - 3.14,
        1.30 - 1.29
    };

    private static final double[] RISING = {-1, 2, 3, 4, 5, 6, 7, 8, 9, 10.5};

    @Test
    void isThatOfR() {
        // R: wilcox.test(x, y, paired=TRUE, conf.int=TRUE)
        PairedShift shift = new PairedShift(DEPRESSION);
        assertThat(shift.estimate()).isEqualTo(0.46, within(1e-12));
        assertThat(shift.p()).isEqualTo(0.0390625, within(1e-12));
        close(shift.interval(0.05), 0.010, 0.786);
        // R: wilcox.test(c(-1, 2:9, 10.5), conf.int=TRUE), and conf.level=0.99
        PairedShift rising = new PairedShift(RISING);
        assertThat(rising.estimate()).isEqualTo(5.5, within(1e-12));
        assertThat(rising.p()).isEqualTo(0.00390625, within(1e-12));
        close(rising.interval(0.05), 3, 8);
        close(rising.interval(0.01), 1.5, 9);
    }

    /** R 4: wilcox.test(x, conf.int=TRUE, conf.level=…, exact=TRUE). */
    @Test
    void hasTheIntervalsOfR() {
        PairedShift seven = new PairedShift(new double[] {0.3, -0.2, 1.1, 2.4, 0.9, 1.7, -0.6});
        assertThat(seven.p()).isEqualTo(0.109375, within(1e-12));
        assertThat(seven.estimate()).isEqualTo(0.825, within(1e-12));
        close(seven.interval(0.05), -0.2, 1.75);
        close(seven.interval(0.1), -0.15, 1.7);
        PairedShift twelve =
                new PairedShift(new double[] {-1.2, 0.4, 0.7, 3.1, 2.2, -0.1, 1.9, 0.8, 2.5, -0.3, 1.4, 0.6});
        assertThat(twelve.p()).isEqualTo(0.02099609375, within(1e-12));
        assertThat(twelve.estimate()).isEqualTo(0.975, within(1e-12));
        close(twelve.interval(0.05), 0.15, 1.9);
        close(twelve.interval(0.1), 0.3, 1.65);
        close(twelve.interval(0.01), -0.2, 2.2);
        PairedShift another = new PairedShift(new double[] {5, 6, 7, 8.5, 10, -1, 2});
        assertThat(another.p()).isEqualTo(0.03125, within(1e-12));
        assertThat(another.estimate()).isEqualTo(5.75, within(1e-12));
        close(another.interval(0.05), 2, 8.5);
    }

    /** R as before, the ties broken by billionths: x + 1e-9 * c(1, 3, 2, 5, 4, 8, 6, 7, 9). */
    @Test
    void hasTheIntervalsOfRForTies() {
        PairedShift ties = new PairedShift(new double[] {1, 1, 2, 2, 3, 3, 4, 5, -1});
        assertThat(ties.estimate()).isEqualTo(2, within(1e-12));
        close(ties.interval(0.05), 1, 3.5);
        close(ties.interval(0.1), 1, 3.5);
        close(ties.interval(0.01), 0, 4.5);
    }

    @Test
    void leavesAnEndOpenWhereSoFewDifferencesCanRejectNothing() {
        // the least p of five is 2/32
        assertThat(new PairedShift(new double[] {1, 2, 3, 4, 5}).interval(0.05))
                .isEqualTo(new Interval(-INFINITE, INFINITE));
        assertThat(new PairedShift(new double[] {1, 2, 3, 4, 5, 6}).interval(0.05))
                .isEqualTo(new Interval(1, 6));
    }

    @Test
    void holdsTheOnlyDifferenceThereIs() {
        double[] equal = {2, 2, 2, 2, 2, 2, 2, 2};
        assertThat(new PairedShift(equal).interval(0.05)).isEqualTo(new Interval(2, 2));
        assertThat(new PairedShift(equal).p()).isEqualTo(2 / 256.0);
        assertThat(new PairedShift(new double[8]).interval(0.05)).isEqualTo(new Interval(0, 0));
        assertThat(new PairedShift(new double[8]).p()).isEqualTo(1);
    }

    @Test
    void ranksAFailureAboveAllDifferences() {
        // one of ten fails, the others differ by nothing: no difference is shown; SciPy's Pratt p of one sign is 1
        double[] one = new double[10];
        one[9] = INFINITE;
        assertThat(new PairedShift(one).p()).isEqualTo(1);
        assertThat(new PairedShift(one).interval(0.05).contains(0)).isTrue();
        double[] all = new double[10];
        Arrays.fill(all, INFINITE);
        assertThat(new PairedShift(all).p()).isEqualTo(2 / 1024.0);
        assertThat(new PairedShift(all).interval(0.05)).isEqualTo(new Interval(INFINITE, INFINITE));
        assertThat(new PairedShift(new double[] {INFINITE, INFINITE, -INFINITE}).interval(0.05))
                .isEqualTo(new Interval(-INFINITE, INFINITE));
    }

    @Test
    void countsTiesAgainstADifference() {
        // with the zeros broken to −ε: SciPy's wilcoxon of ranks 1 to 3 against and 4 to 10 for is 0.02734375
        double[] zeros = {0, 0, 0, 1, 2, 3, 4, 5, 6, 7};
        assertThat(new PairedShift(zeros).p()).isEqualTo(0.02734375, within(1e-15));
    }

    /** The interval excludes 0 exactly where p is at most its level: one procedure. */
    @Test
    void neverContradictsItself() {
        Random random = new Random(3);
        int rejected = 0;
        for (int i = 0; i < 3000; i++) {
            double[] differences = new double[2 + random.nextInt(12)];
            for (int j = 0; j < differences.length; j++) {
                double coarse = Math.rint(2 * random.nextGaussian() + 1.5) / 2;
                differences[j] = random.nextInt(20) == 0 ? INFINITE : i % 2 == 0 ? coarse : random.nextGaussian() + 0.7;
            }
            double level = new double[] {0.05, 0.0425, 0.01, 0.002}[i % 4];
            PairedShift shift = new PairedShift(differences);
            assertThat(shift.interval(level).contains(0)).isEqualTo(shift.p() > level);
            assertThat(shift.interval(level).low())
                    .isLessThanOrEqualTo(shift.interval(level).high());
            rejected += shift.p() <= level ? 1 : 0;
        }
        assertThat(rejected).isBetween(300, 2700);
    }

    private static void close(Interval interval, double low, double high) {
        assertThat(interval.low()).isEqualTo(low, within(1e-12));
        assertThat(interval.high()).isEqualTo(high, within(1e-12));
    }
}
