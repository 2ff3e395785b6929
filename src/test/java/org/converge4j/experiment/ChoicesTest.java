package org.converge4j.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What problems, updaters and decays are equal to. */
class ChoicesTest {
    private static final Choice ADAM = new Choice("adam", Map.of("learningRate", 0.1, "beta1", 0.9));
    private static final Choice DATA = new Choice("randn", Map.of());
    private static final Choice LINEAR = new Choice("linear", Map.of());

    @Test
    void a_decay_of_nothing_is_none() {
        assertThat(Decay.coupled(0)).isEqualTo(Decay.NONE);
        assertThat(Decay.decoupled(0)).isEqualTo(Decay.NONE);
        assertThat(Decay.coupled(0.5)).isEqualTo(new Decay(Decay.Kind.COUPLED, 0.5));
        assertThat(Decay.decoupled(0.5)).isEqualTo(new Decay(Decay.Kind.DECOUPLED, 0.5));
    }

    @Test
    void updaters_that_differ_in_the_rate_alone_are_equal_without_it() {
        assertThat(ADAM.unrated()).isEqualTo(ADAM.with("learningRate", 0.2).unrated());
        assertThat(ADAM.unrated()).isNotEqualTo(ADAM.with("beta1", 0.8).unrated());
        Choice rateless = new Choice("adaDelta", Map.of("rho", 0.95));
        assertThat(rateless.unrated()).isEqualTo(rateless);
    }

    @Test
    void a_function_stands_for_data_and_network() {
        Choice rosenbrock = new Choice("rosenbrock", Map.of());
        Problem problem = Problem.of("valley", rosenbrock, List.of(-1.0, 1.0));
        assertThat(problem.name()).isEqualTo("valley");
        assertThat(problem.start()).containsExactly(-1.0, 1.0);
        assertThat(problem.function()).contains(rosenbrock);
        assertThat(new Problem("p", DATA, LINEAR, List.of()).function()).isEmpty();
    }

    @Test
    void problems_come_once_each_in_the_order_of_the_file() {
        Problem one = new Problem("one", DATA, LINEAR, List.of());
        Problem two = new Problem("two", DATA, LINEAR, List.of());
        List<Trial> trials = List.of(trial(two), trial(one), trial(two));
        assertThat(new Experiment("e", "", trials, List.of(1L), List.of()).problems())
                .containsExactly(two, one);
    }

    private static Trial trial(Problem problem) {
        return new Trial("adam", problem, ADAM, TrainingSamples.steps(1));
    }
}
