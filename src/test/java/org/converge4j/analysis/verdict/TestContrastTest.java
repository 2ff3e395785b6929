package org.converge4j.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.converge4j.analysis.Experiments;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.experiment.training.Metric;
import org.junit.jupiter.api.Test;

class TestContrastTest {
    private static final double ALIKE = 0.01;

    @Test
    void namesWhoIsLowestOnTheTrainingSetAndWorseOnTheTestPart() {
        ProblemComparison problem = problem(2, 2, 3).compare(3, 0);

        assertThat(TestContrast.of(problem, ALIKE))
                .contains(new TestContrast("adam", "sgd", Metric.TEST_LOSS, 2, 0.5, 3, 3, 3, true));
        assertThat(Findings.of(problem(2, 2, 3).comparison(3, 0)))
                .anySatisfy(finding -> assertThat(finding.sentence().toString())
                        .isEqualTo("On " + problem.problem().name()
                                + " training set and test part disagree: adam ends with a lower training loss than sgd"
                                + " on 3 of 3 seeds, but does worse on the test part on 3 of 3 seeds: median test loss 2"
                                + " against 0.5."));
    }

    @Test
    void isSilentWhereBothNameTheSame() {
        assertThat(TestContrast.of(problem(0.1, 0.2, 0.3).compare(3, 0), ALIKE)).isEmpty();
    }

    @Test
    void isSilentWhereMostSeedsDoNotBearItOut() {
        // the medians say sgd, 0.5 against 0.55, but on two of three seeds adam does as well
        assertThat(TestContrast.of(problem(0.55, 0.5, 0.6).compare(3, 0), ALIKE))
                .isEmpty();
    }

    @Test
    void isSilentWhereItMayBeChance() {
        // two of three seeds: the sign of one may be chance
        assertThat(TestContrast.of(problem(2, 2, 0.1).compare(3, 0), ALIKE)).isEmpty();
    }

    @Test
    void isSilentWhereTheTestPartDiffersByLessThanIsOfInterest() {
        assertThat(TestContrast.of(problem(0.403, 0.503, 0.604).compare(3, 0), ALIKE))
                .isEmpty();
        assertThat(TestContrast.of(problem(0.403, 0.503, 0.604).compare(3, 0), 0.001))
                .isPresent();
    }

    @Test
    void isSilentWhereTheTrainingLossIsLowerOnAsManySeedsAsHigher() {
        double[] low = {1, 0.1};
        double[] high = {1, 0.2};
        assertThat(TestContrast.of(
                        new Experiments()
                                .trial("adam", .1, low, low, low, high)
                                .measuring(Metric.TEST_LOSS, 2, 2, 2, 2)
                                .trial("sgd", .1, high, high, new double[] {1, 0.09}, new double[] {1, 0.15})
                                .measuring(Metric.TEST_LOSS, 0.4, 0.5, 0.6, 0.5)
                                .compare(4, 0),
                        ALIKE))
                .isEmpty();
    }

    @Test
    void isSilentWithoutATestPart() {
        assertThat(TestContrast.of(
                        new Experiments()
                                .trial("adam", .1, new double[] {1, 0.1})
                                .trial("sgd", .1, new double[] {1, 0.2})
                                .compare(1, 0),
                        ALIKE))
                .isEmpty();
    }

    /** Adam ends at a tenth of sgd's training loss; sgd's test losses are 0.4, 0.5 and 0.6. */
    private static Experiments problem(double... adam) {
        double[] low = {1, 0.1};
        double[] high = {1, 0.2};
        return new Experiments()
                .trial("adam", .1, low, low, low)
                .measuring(Metric.TEST_LOSS, adam)
                .trial("sgd", .1, high, high, high)
                .measuring(Metric.TEST_LOSS, 0.4, 0.5, 0.6);
    }
}
