package org.converge4j.updater.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Objective;
import org.converge4j.updater.Sight;
import org.converge4j.updater.Step;
import org.junit.jupiter.api.Test;

/** DL4J's search throws where the loss rises along a direction that climbs, if by less than 10⁻⁴ of what the slope says. */
class SearchedRuleTest {
    @Test
    void a_run_diverges_where_DL4Js_fit_would_throw() {
        Dl4jLbfgs rule = new Dl4jLbfgs();
        double[][] state = Extent.memory(rule, 1, List.of());
        state[0][0] = 1; // a pair is remembered, and with it
        state[1][0] = -1; // a direction that climbs: it is subtracted
        double[] gradient = {1};

        rule.apply(gradient, state, step(new Rising(1e-5)));

        assertThat(gradient).containsExactly(Double.NaN);
    }

    @Test
    void a_direction_that_climbs_more_is_not_taken() {
        Dl4jLbfgs rule = new Dl4jLbfgs();
        double[][] state = Extent.memory(rule, 1, List.of());
        state[0][0] = 1;
        state[1][0] = -1;
        double[] gradient = {1};

        rule.apply(gradient, state, step(new Rising(1)));

        assertThat(gradient).containsExactly(0);
    }

    private static Step step(Objective objective) {
        Dl4jLbfgs rule = new Dl4jLbfgs();
        return new Step(2, 1, new Sight(rule.reads(), new double[] {0.5}, List.of(), Optional.empty(), objective));
    }

    /** 1 at the start, a little more elsewhere. */
    private record Rising(double by) implements Objective {
        @Override
        public double loss() {
            return 1;
        }

        @Override
        public double loss(double[] at) {
            return 1 + by;
        }

        @Override
        public double gradient(double[] at, double[] gradient) {
            gradient[0] = 1;
            return loss(at);
        }

        @Override
        public void curvature(double[] direction, double[] product) {
            throw new UnsupportedOperationException();
        }
    }
}
