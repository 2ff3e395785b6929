package org.converge4j.updater;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.converge4j.updater.secondorder.Lbfgs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search along a line that can find nothing stays where it is after as many tries as it has, and takes note. */
class LineSearchTest {
    private static final int TRIES = 26; // mostEvaluations by default

    /** What is found everywhere but at the start, where the loss is 1 and its slope 1. */
    @ParameterizedTest
    @ValueSource(doubles = {2, 1, Double.NaN, Double.POSITIVE_INFINITY})
    void nothing_lower_is_noted(double elsewhere) {
        Wall wall = new Wall(elsewhere);
        Lbfgs rule = new Lbfgs();
        double[][] state = Extent.memory(rule, 1, List.of());
        for (int step = 1; step <= 3; step++) {
            double[] gradient = {1};
            rule.apply(
                    gradient,
                    state,
                    new Step(step, 1, new Sight(rule.reads(), new double[] {0.5}, List.of(), Optional.empty(), wall)));
            assertThat(gradient[0]).isFinite();
            assertThat(wall.failed).isEqualTo(step);
            assertThat(wall.tries).isBetween(1, step * TRIES);
        }
    }

    /** A lower place next to the start is taken, and nothing noted. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.999})
    void something_lower_is_taken(double elsewhere) {
        Wall wall = new Wall(elsewhere);
        Lbfgs rule = new Lbfgs();
        double[] gradient = {1};
        rule.apply(
                gradient,
                Extent.memory(rule, 1, List.of()),
                new Step(1, 1, new Sight(rule.reads(), new double[] {0.5}, List.of(), Optional.empty(), wall)));
        assertThat(gradient[0]).isPositive();
        assertThat(wall.failed).isZero();
    }

    /** A step in the loss. */
    private static final class Wall implements Objective {
        private final double elsewhere;
        private int tries;
        private int failed;

        Wall(double elsewhere) {
            this.elsewhere = elsewhere;
        }

        @Override
        public void searchFailed() {
            failed++;
        }

        @Override
        public double loss() {
            return 1;
        }

        @Override
        public double loss(double[] at) {
            return elsewhere;
        }

        @Override
        public double gradient(double[] at, double[] gradient) {
            tries++;
            gradient[0] = 1;
            return elsewhere;
        }

        @Override
        public void curvature(double[] direction, double[] product) {
            throw new UnsupportedOperationException();
        }
    }
}
