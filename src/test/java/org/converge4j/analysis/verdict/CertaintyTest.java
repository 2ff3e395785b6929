package org.converge4j.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.Experiments;
import org.junit.jupiter.api.Test;

/** Of ten seeds on which all differences have one sign, Wilcoxon's exact p is 2 / 2¹⁰ = 0.00195, here the only claim. */
class CertaintyTest {
    private static final int SEEDS = 10;

    @Test
    void saysHowOftenChanceDoesAsMuch() {
        assertThat(sure(.1, .2))
                .isEqualTo(
                        "Shown: chance alone would do this in fewer than 1 of 100 experiments (p = 0.002, corrected). adam's is 2 times as high"
                                + " (95 % interval 2 times, to three digits).");
    }

    @Test
    void saysWithinWhatDifferenceTwoAreAlike() {
        assertThat(sure(.1, .1001))
                .isEqualTo("Shown to be alike: the 95 % interval of the difference 0.1 % to 0.1 % lies within 1 %.");
    }

    @Test
    void saysWhatIsNotShown() {
        double[] factors = {2, .5, 1.8, .6, 1.7, .7, 2, .5, 1.1, .9};
        Comparison comparison = new Experiments()
                .trial("sgd", .1, curves(.1, new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}))
                .trial("adam", .1, curves(.1, factors))
                .comparison(SEEDS, 0);
        assertThat(sure(comparison)).startsWith("Not shown either way (p = ").endsWith(" times).");
    }

    private static String sure(double one, double other) {
        double[] same = new double[SEEDS];
        Arrays.fill(same, 1);
        return sure(new Experiments()
                .trial("sgd", .1, curves(one, same))
                .trial("adam", .1, curves(other, same))
                .comparison(SEEDS, 0));
    }

    private static String sure(Comparison comparison) {
        return Certainty.of(
                        comparison.problems().get(0).ranking().pairs().get(0),
                        comparison.problems().get(0))
                .toString();
    }

    private static double[][] curves(double last, double[] factors) {
        double[][] curves = new double[SEEDS][];
        Arrays.setAll(curves, i -> new double[] {1, 1, 1, last * factors[i] * (1 + i / 50.0)});
        return curves;
    }
}
