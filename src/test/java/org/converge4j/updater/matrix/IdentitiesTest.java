package org.converge4j.updater.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.Block;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Sight;
import org.converge4j.updater.Step;
import org.converge4j.updater.adaptive.QhAdam;
import org.converge4j.updater.adaptive.Qhm;
import org.converge4j.updater.article.EmaMomentum;
import org.converge4j.updater.torch.TorchAdam;
import org.junit.jupiter.api.Test;

/** Rules without an oracle are held to rules that they become in special cases, which their papers state. */
class IdentitiesTest {
    private static final int STEPS = 30;

    @Test
    void shampoo_on_one_number_divides_by_the_root_of_all_squares() { // two inverse fourth roots of ε + Σ g²
        Block one = new Block("0_W", 0, 1, 1, true);
        List<double[]> updates = updates(new Shampoo(0.1, 1e-4, 1, 0), List.of(one), 1);
        double squares = 1e-4;
        for (int t = 1; t <= STEPS; t++) {
            double g = gradient(t, 1)[0];
            squares += g * g;
            assertThat(updates.get(t - 1)[0]).isCloseTo(0.1 * g / Math.sqrt(squares), within(1e-12));
        }
    }

    @Test
    void shampoo_on_diagonal_gradients_divides_each_by_the_root_of_its_squares() {
        Block square = new Block("0_W", 0, 3, 3, true);
        Memory memory = new Memory(new Shampoo(0.1, 1e-4, 1, 0), List.of(square), 9);
        double[] squares = {1e-4, 1e-4, 1e-4};
        for (int t = 1; t <= STEPS; t++) {
            double[] diagonal = gradient(t, 3);
            double[] g = new double[9];
            for (int i = 0; i < 3; i++) {
                g[4 * i] = diagonal[i];
                squares[i] += diagonal[i] * diagonal[i];
            }
            double[] update = memory.update(g, t);
            for (int i = 0; i < 9; i++) {
                double expected = i % 4 == 0 ? 0.1 * diagonal[i / 4] / Math.sqrt(squares[i / 4]) : 0;
                assertThat(update[i]).isCloseTo(expected, within(1e-12));
            }
        }
    }

    @Test
    void quasi_hyperbolic_momentum_is_gradient_descent_or_the_articles_momentum() { // ν = 0, ν = 1
        List<double[]> plain = updates(new Qhm(0.1, 0.9, 0), List.of(), 4);
        for (int t = 1; t <= STEPS; t++) {
            double[] g = gradient(t, 4);
            Arrays.setAll(g, i -> 0.1 * g[i]);
            assertThat(plain.get(t - 1)).containsExactly(g, within(1e-12));
        }
        same(new Qhm(0.1, 0.9, 1), new EmaMomentum(0.1, 0.9), List.of(), 4);
    }

    @Test
    void quasi_hyperbolic_adam_is_adam() { // ν₁ = ν₂ = 1
        same(new QhAdam(0.01, 0.9, 0.99, 1, 1, 1e-8, 0), new TorchAdam(0.01, 0.9, 0.99, 1e-8, 0, false), List.of(), 4);
    }

    private static void same(Rule one, Rule other, List<Block> blocks, int length) {
        List<double[]> a = updates(one, blocks, length);
        List<double[]> b = updates(other, blocks, length);
        for (int t = 0; t < STEPS; t++) {
            assertThat(a.get(t)).containsExactly(b.get(t), within(1e-12));
        }
    }

    private static List<double[]> updates(Rule rule, List<Block> blocks, int length) {
        Memory memory = new Memory(rule, blocks, length);
        return IntStream.rangeClosed(1, STEPS)
                .mapToObj(t -> memory.update(gradient(t, length), t))
                .toList();
    }

    private static double[] gradient(int t, int length) {
        double[] gradient = new double[length];
        Arrays.setAll(gradient, i -> Math.sin(0.7 * t + 1.3 * i) * Math.exp(0.1 * Math.sin(t)));
        return gradient;
    }

    /** A rule at work without a network; its parameters stay at 0. */
    private record Memory(Rule rule, List<Block> blocks, double[][] state) {
        Memory(Rule rule, List<Block> blocks, int length) {
            this(
                    rule,
                    blocks,
                    rule.state().stream()
                            .map(name -> new double[rule.extent(name).of(length, blocks)])
                            .toArray(double[][]::new));
        }

        double[] update(double[] gradient, int t) {
            Set<Reads> all = EnumSet.allOf(Reads.class);
            Sight sight = new Sight(all, new double[gradient.length], blocks, Optional.empty(), null);
            rule.apply(gradient, state, new Step(t, rule.learningRate(), sight));
            return gradient;
        }
    }
}
