package org.converge4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.training.Training;
import org.junit.jupiter.api.Test;

/** Gradient descent with eigenvalues 1 and 0.1: critical at 2, best at 2/1.1, and from there on a factor 0.9/1.1. */
class TheoryOfTrialsTest {
    private static final ProblemFacts FACTS = Experiments.quadratic(1, 0.1);
    private static final double[] DIVERGING = {1, 9, Double.POSITIVE_INFINITY};
    private static final double[] FAILED = {};

    @Test
    void standsBesideWhatWasMeasured() {
        Theory theory = theory(new Experiments()
                        .on(Experiments.PROBLEM, FACTS)
                        .trial("sgd", .5, descent(.5), descent(.5))
                        .trial("sgd", 1.5, descent(1.5), new double[] {1, .5, .2})
                        .trial("sgd", 1.9, FAILED, FAILED)
                        .trial("sgd", 2, descent(.5), DIVERGING)
                        .trial("sgd", 2.5, DIVERGING, DIVERGING)
                        .trial("sgd", 3, DIVERGING, DIVERGING))
                .orElseThrow();
        assertThat(theory.critical()).isEqualTo(2);
        assertThat(theory.best()).isEqualTo(2 / 1.1, within(1e-15));
        assertThat(theory.factor()).isEqualTo(0.9 / 1.1, within(1e-15));
        assertThat(theory.largestStable()).contains(1.5);
        assertThat(theory.leastDiverging()).contains(2.5);
        assertThat(theory.isBracketed()).isTrue();
        // 1 − 0.1 η
        assertThat(theory.rates()).extracting(Theory.Rate::rate).containsExactly(.5, 1.5);
        assertThat(theory.rates().get(0).predicted()).isEqualTo(0.95, within(1e-15));
        assertThat(theory.rates().get(0).measured().orElseThrow()).isEqualTo(0.95, within(1e-6));
        assertThat(theory.rates().get(1).measured().orElseThrow()).isEqualTo(0.85, within(1e-6));
    }

    @Test
    void measuresNothingOnRunsThatAreTooShortOrHaveNoFloor() {
        Theory theory = theory(
                        new Experiments().on(Experiments.PROBLEM, FACTS).trial("sgd", .5, new double[] {1, .5, .2}))
                .orElseThrow();
        assertThat(theory.rates().get(0).measured()).isEmpty();
    }

    @Test
    void isNoneForBatchesOrOtherProblemsOrRules() {
        Training batches = new Training(
                Experiments.TRAINING.budget(), 4, Experiments.TRAINING.precision(), Experiments.TRAINING.recording());
        double[] curve = {1, .5, .2};
        assertThat(theory(new Experiments()
                        .on(Experiments.PROBLEM, FACTS)
                        .trained(batches)
                        .trial("sgd", 1, curve)))
                .isEmpty();
        assertThat(theory(new Experiments().on(Experiments.PROBLEM, FACTS).trial("adam", 1, curve)))
                .isEmpty();
        assertThat(theory(new Experiments().trial("sgd", 1, curve))).isEmpty();
    }

    @Test
    void isBracketedByRatesOnEitherSideOfTheCritical() {
        assertThat(bracketed(2.0, 2.0)).isTrue();
        assertThat(bracketed(1.0, 3.0)).isTrue();
        assertThat(bracketed(2.1, 3.0)).isFalse();
        assertThat(bracketed(1.0, 1.9)).isFalse();
        // but for rounding, a billionth
        assertThat(bracketed(2.0 + 1e-9, 2.0 - 1e-9)).isTrue();
        Theory open = new Theory(2, 1, .5, Optional.of(1.0), Optional.empty(), List.of());
        assertThat(open.isBracketed()).isFalse();
        assertThat(new Theory(2, 1, .5, Optional.empty(), Optional.of(3.0), List.of()).isBracketed())
                .isFalse();
    }

    private static boolean bracketed(double stable, double diverging) {
        return new Theory(2, 1, .5, Optional.of(stable), Optional.of(diverging), List.of()).isBracketed();
    }

    private static Optional<Theory> theory(Experiments experiments) {
        return experiments.compare(2, 0).updaters().get(0).theory();
    }

    /** The loss of distances 1 − η and 1 − 0.1 η a step, in the directions of the two eigenvalues. */
    private static double[] descent(double rate) {
        return IntStream.rangeClosed(0, 100)
                .mapToDouble(t -> Math.pow(1 - rate, 2 * t) + Math.pow(1 - 0.1 * rate, 2 * t))
                .toArray();
    }
}
