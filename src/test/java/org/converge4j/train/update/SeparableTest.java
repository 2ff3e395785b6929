package org.converge4j.train.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.EvaluatedElsewhere;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.Updater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class SeparableTest {
    @ParameterizedTest
    @MethodSource("org.converge4j.train.stack.StackedTrainerTest#updaters")
    void everyUpdaterOfTheCatalogThatLooksAtNothingElseIs(String name) {
        Catalog catalog = Catalog.load(SeparableTest.class.getClassLoader());
        Updater updater = (Updater) catalog.updater(name).create(Map.of());
        boolean looks = !updater.reads().isEmpty() || updater instanceof EvaluatedElsewhere;
        assertThat(Separable.is(updater)).isEqualTo(!looks);
    }

    @Test
    void aRuleThatLooksAtTheWholeGradientIsNot() {
        assertThat(Separable.is(new ByNorm(0.1))).isFalse();
    }

    @Test
    void aRuleThatIsNotProportionalToItsRateIsNot() {
        assertThat(Separable.is(new Squared(0.1))).isFalse();
    }

    /** A step of length η. */
    @About(value = "A step of length η", family = Family.EXACT)
    public record ByNorm(
            @Setting(value = "step size η", above = 0) double learningRate) implements Rule {
        ByNorm() {
            this(1);
        }

        @Override
        public List<String> state() {
            return List.of();
        }

        @Override
        public void apply(double[] gradient, double[][] state, Step step) {
            double squares = 0;
            for (double g : gradient) {
                squares += g * g;
            }
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= step.learningRate() / Math.sqrt(squares);
            }
        }
    }

    /** A rate that counts twice. */
    @About(value = "A rate that counts twice", family = Family.EXACT)
    record Squared(
            @Setting(value = "step size η", above = 0) double learningRate) implements Rule {
        Squared() {
            this(1);
        }

        @Override
        public List<String> state() {
            return List.of();
        }

        @Override
        public void apply(double[] gradient, double[][] state, Step step) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= step.learningRate() * step.learningRate();
            }
        }
    }
}
