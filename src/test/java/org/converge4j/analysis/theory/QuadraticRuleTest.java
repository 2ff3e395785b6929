package org.converge4j.analysis.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.converge4j.analysis.Experiments;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Curvature;
import org.converge4j.experiment.Trial;
import org.junit.jupiter.api.Test;

/** Numbers of NumPy: the largest |eigenvalue| of each rule's companion matrix, minimised over the rate by SciPy. */
class QuadraticRuleTest {
    private static final Curvature WIDE = new Curvature(2, 0.002);
    private static final Curvature NARROW = new Curvature(1, 0.1);

    @Test
    void gradientDescentIsTheTextbooks() {
        QuadraticRule rule = new QuadraticRule(1, 0, false);
        // 2/λmax, 2/(λmax + λmin), (κ − 1)/(κ + 1)
        assertThat(rule.critical(WIDE)).isEqualTo(1);
        assertThat(rule.best(WIDE)).isEqualTo(2 / 2.002, within(1e-15));
        assertThat(rule.factor(rule.best(WIDE), WIDE)).isEqualTo(999.0 / 1001, within(1e-15));
    }

    @Test
    void heavyBallIsNumPys() {
        QuadraticRule rule = new QuadraticRule(1, 0.5, false);
        assertThat(rule.critical(WIDE)).isEqualTo(1.5, within(1e-12));
        assertThat(rule.best(WIDE)).isEqualTo(1.498501, within(1e-6));
        assertThat(rule.factor(rule.best(WIDE), WIDE)).isEqualTo(0.9939694054, within(1e-8));
        // where the spectrum is narrow every rate in between gives √β
        assertThat(rule.factor(rule.best(NARROW), NARROW)).isEqualTo(0.7071067812, within(1e-9));
    }

    @Test
    void nesterovIsNumPys() {
        QuadraticRule rule = new QuadraticRule(1, 0.9, true);
        assertThat(rule.critical(WIDE)).isEqualTo(0.6785714286, within(1e-9));
        assertThat(rule.best(WIDE)).isEqualTo(0.6749172789, within(1e-7));
        assertThat(rule.factor(rule.best(WIDE), WIDE)).isEqualTo(0.9844953615, within(1e-8));
        assertThat(rule.factor(rule.best(NARROW), NARROW)).isEqualTo(0.8847068839, within(1e-8));
        assertThat(new QuadraticRule(1, 0.5, true).best(NARROW)).isEqualTo(1.2922536, within(1e-6));
    }

    @Test
    void shrinksAsItsCompanionMatrixDoes() {
        QuadraticRule heavyBall = new QuadraticRule(1, 0.9, false);
        assertThat(heavyBall.factor(0.3, new Curvature(1, 1))).isEqualTo(0.9486832981, within(1e-9));
        QuadraticRule nesterov = new QuadraticRule(1, 0.9, true);
        assertThat(nesterov.factor(0.3, new Curvature(1, 1))).isEqualTo(0.7937253933, within(1e-9));
        assertThat(nesterov.factor(1.2, new Curvature(1, 1))).isEqualTo(0.6548655720, within(1e-9));
        assertThat(nesterov.factor(0.001, new Curvature(1, 1))).isEqualTo(0.9889987484, within(1e-9));
    }

    @Test
    void scalesAveragesOfGradients() {
        // an average weighs gradients 1 − β times as much as a sum, so its critical rate is 1/(1 − β) times as large
        assertThat(rule("emaMomentum", Map.of("learningRate", 1.0, "beta", 0.9)).critical(NARROW))
                .isEqualTo(38, within(1e-9));
        assertThat(rule("momentum", Map.of("learningRate", 1.0, "beta", 0.9)).critical(NARROW))
                .isEqualTo(13.571428571, within(1e-8));
    }

    @Test
    void knowsWhichUpdatersAreLinear() {
        assertThat(QuadraticRule.of(trial("adam", Map.of("learningRate", 1.0)))).isEmpty();
        assertThat(QuadraticRule.of(trial("torchSgd", Map.of("momentum", 0.9, "weightDecay", 0.1))))
                .isEmpty();
        assertThat(QuadraticRule.of(trial("torchSgd", Map.of("momentum", 0.9, "nesterov", true))))
                .contains(new QuadraticRule(1, 0.9, true));
    }

    @Test
    void scalesTheBestRateWithTheCriticalOne() {
        // heavy ball's 2(1 + β)/(λmax + λmin), Polyak 1964, over 1 − β
        assertThat(rule("emaMomentum", Map.of("learningRate", 1.0, "beta", 0.9)).best(NARROW))
                .isEqualTo(3.8 / 0.1 / 1.1, within(1e-12));
    }

    @Test
    void shrinksAsSlowlyAsItsSlowestDirection() {
        // gradient descent: |1 − ηλ|
        QuadraticRule descent = new QuadraticRule(1, 0, false);
        assertThat(descent.factor(0.5, WIDE)).isEqualTo(0.999, within(1e-15));
        assertThat(descent.factor(0.9999, WIDE)).isEqualTo(0.9998, within(1e-15));
    }

    @Test
    void dampensMomentumOnlyWhereThereIsSome() {
        // PyTorch's SGD leaves dampening out where momentum is 0
        assertThat(rule("torchSgd", Map.of("momentum", 0.9, "dampening", 0.25)))
                .isEqualTo(new QuadraticRule(0.75, 0.9, false));
        assertThat(rule("torchSgd", Map.of("momentum", 0.0, "dampening", 0.25)))
                .isEqualTo(new QuadraticRule(1, 0, false));
    }

    private static QuadraticRule rule(String variant, Map<String, Object> settings) {
        return QuadraticRule.of(trial(variant, settings)).orElseThrow();
    }

    private static Trial trial(String variant, Map<String, Object> settings) {
        return new Trial(variant, Experiments.PROBLEM, new Choice(variant, settings), Experiments.TRAINING);
    }
}
