package org.converge4j.updater.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.converge4j.updater.Block;
import org.converge4j.updater.Rule;
import org.converge4j.updater.adaptive.QhAdam;
import org.converge4j.updater.adaptive.Qhm;
import org.converge4j.updater.article.EmaMomentum;
import org.converge4j.updater.torch.TorchAdam;
import org.converge4j.updater.torch.TorchSgd;
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
            double g = AtWork.gradient(t, 1)[0];
            squares += g * g;
            assertThat(updates.get(t - 1)[0]).isCloseTo(0.1 * g / Math.sqrt(squares), within(1e-12));
        }
    }

    @Test
    void shampoo_on_diagonal_gradients_divides_each_by_the_root_of_its_squares() {
        Block square = new Block("0_W", 0, 3, 3, true);
        AtWork memory = new AtWork(new Shampoo(0.1, 1e-4, 1, 0), List.of(square), 9);
        double[] squares = {1e-4, 1e-4, 1e-4};
        for (int t = 1; t <= STEPS; t++) {
            double[] diagonal = AtWork.gradient(t, 3);
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
    void soap_in_the_basis_of_the_axes_is_adam_without_the_first_gradient() { // a matrix with one number has the
        // axes for eigenvectors
        same(new double[] {0, 0, 0, 0, 1, 0}, new Block("0_W", 0, 2, 3, true));
        same(new double[] {1}, new Block("0_W", 0, 1, 1, true));
        same(new double[] {1, -2, 0.5}, new Block("0_b", 0, 3, 1, false));
    }

    /** Adam with ε beside the root of the uncorrected mean square; ε large enough for 1e-16 of rounding in an axis to stay next to nothing. */
    private static void same(double[] direction, Block block) {
        AtWork soap = new AtWork(new Soap(0.01, 0.9, 0.99, 0.95, 1e-4, 1, 0), List.of(block), block.size());
        double[] m = new double[block.size()];
        double[] v = new double[block.size()];
        for (int t = 0; t <= STEPS; t++) {
            double[] g = direction.clone();
            double[] expected = new double[g.length];
            for (int i = 0; i < g.length; i++) {
                g[i] *= AtWork.gradient(t, 1)[0];
                if (t > 0) {
                    m[i] = 0.9 * m[i] + (1 - 0.9) * g[i];
                    v[i] = 0.99 * v[i] + (1 - 0.99) * g[i] * g[i];
                    double correction = Math.sqrt(1 - Math.pow(0.99, t)) / (1 - Math.pow(0.9, t));
                    expected[i] = 0.01 * correction * m[i] / (Math.sqrt(v[i]) + 1e-4);
                }
            }
            assertThat(soap.update(g, t + 1)).containsExactly(expected, within(1e-12));
        }
    }

    @Test
    void quasi_hyperbolic_momentum_with_equal_shares_is_nesterovs() { // the paper's table 1: ν = β at rate η/(1−β)
        same(new Qhm(0.1 / (1 - 0.9), 0.9, 0.9), new TorchSgd(0.1, 0.9, 0, 0, true), List.of(), 4);
    }

    @Test
    void quasi_hyperbolic_momentum_is_gradient_descent_or_the_articles_momentum() { // ν = 0, ν = 1
        List<double[]> plain = updates(new Qhm(0.1, 0.9, 0), List.of(), 4);
        for (int t = 1; t <= STEPS; t++) {
            double[] g = AtWork.gradient(t, 4);
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
        AtWork memory = new AtWork(rule, blocks, length);
        return IntStream.rangeClosed(1, STEPS)
                .mapToObj(t -> memory.update(AtWork.gradient(t, length), t))
                .toList();
    }
}
