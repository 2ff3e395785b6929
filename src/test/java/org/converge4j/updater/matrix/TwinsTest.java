package org.converge4j.updater.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.converge4j.updater.Block;
import org.converge4j.updater.adaptive.QhAdam;
import org.converge4j.updater.adaptive.Qhm;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rules that no library has in double precision, beside what their authors' code (golden/rules/soap.json: bases in 64 bits instead of
 * its 32) or a second writing of their papers' algorithms computes.
 */
class TwinsTest {
    private static final int STEPS = 30;

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void soap_is_its_authors_code(int index) throws IOException {
        JsonNode golden;
        try (InputStream in = TwinsTest.class.getResourceAsStream("/golden/rules/soap.json")) {
            golden = JsonMapper.builder().build().readTree(in);
        }
        JsonNode one = golden.get("cases").get(index);
        JsonNode settings = one.get("settings");
        Soap rule = new Soap(
                settings.get("lr").asDouble(),
                settings.get("betas").get(0).asDouble(),
                settings.get("betas").get(1).asDouble(),
                settings.get("shampoo_beta").asDouble(),
                settings.get("eps").asDouble(),
                settings.get("precondition_frequency").asInt(),
                0);
        List<Block> blocks = List.of(new Block("0_W", 0, 3, 3, true), new Block("0_b", 9, 2, 1, false));
        AtWork soap = new AtWork(rule, blocks, 11);
        double[] theta = new double[11];
        for (int t = 1; t <= golden.get("steps").asInt(); t++) {
            double[] g = new double[11];
            for (int i = 0; i < 9; i++) {
                g[i] = golden.get("gradients").get(t - 1).get(i / 3).get(i % 3).asDouble();
            }
            g[9] = golden.get("vectorGradients").get(t - 1).get(0).asDouble();
            g[10] = golden.get("vectorGradients").get(t - 1).get(1).asDouble();
            double[] update = soap.update(g, t);
            Arrays.setAll(theta, i -> theta[i] - update[i]);
            JsonNode expected = one.get("params").path(Integer.toString(t));
            for (int i = 0; i < expected.size(); i++) {
                assertThat(theta[i])
                        .as("step %d, %d", t, i)
                        .isCloseTo(expected.get(i).asDouble(), within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void shampoo_takes_its_papers_inverse_fourth_roots(int every) {
        double epsilon = 0.01;
        AtWork shampoo = new AtWork(new Shampoo(0.1, epsilon, every, 0), List.of(new Block("0_W", 0, 2, 3, true)), 6);
        RealMatrix left = MatrixUtils.createRealIdentityMatrix(2).scalarMultiply(epsilon);
        RealMatrix right = MatrixUtils.createRealIdentityMatrix(3).scalarMultiply(epsilon);
        RealMatrix leftRoot = left;
        RealMatrix rightRoot = right;
        for (int t = 1; t <= STEPS; t++) {
            double[] numbers = AtWork.gradient(t * t, 6);
            RealMatrix g = MatrixUtils.createRealMatrix(
                    new double[][] {Arrays.copyOfRange(numbers, 0, 3), Arrays.copyOfRange(numbers, 3, 6)});
            left = left.add(g.multiply(g.transpose()));
            right = right.add(g.transpose().multiply(g));
            if ((t - 1) % every == 0) {
                leftRoot = inverseFourthRoot(left);
                rightRoot = inverseFourthRoot(right);
            }
            RealMatrix expected = leftRoot.multiply(g).multiply(rightRoot).scalarMultiply(0.1);
            double[] update = shampoo.update(numbers, t);
            for (int i = 0; i < 6; i++) {
                assertThat(update[i]).isCloseTo(expected.getEntry(i / 3, i % 3), within(1e-12));
            }
        }
    }

    /** By the iteration of Denman and Beavers, which knows of no eigenvalues. */
    private static RealMatrix inverseFourthRoot(RealMatrix matrix) {
        return roots(roots(matrix)[0])[1];
    }

    /** The square root and its inverse. */
    private static RealMatrix[] roots(RealMatrix matrix) {
        RealMatrix root = matrix;
        RealMatrix inverse = MatrixUtils.createRealIdentityMatrix(matrix.getRowDimension());
        for (int i = 0; i < 20; i++) {
            RealMatrix next = root.add(new LUDecomposition(inverse).getSolver().getInverse());
            inverse = inverse.add(new LUDecomposition(root).getSolver().getInverse())
                    .scalarMultiply(0.5);
            root = next.scalarMultiply(0.5);
        }
        return new RealMatrix[] {root, inverse};
    }

    @Test
    void quasi_hyperbolic_rules_mix_gradient_and_averages_as_their_paper_says() { // Ma & Yarats 2019, (3) and (4)
        AtWork qhm = new AtWork(new Qhm(0.1, 0.9, 0.7), List.of(), 1);
        AtWork qhAdam = new AtWork(new QhAdam(0.01, 0.9, 0.99, 0.7, 0.8, 1e-8, 0), List.of(), 1);
        for (int t = 1; t <= STEPS; t++) {
            double g = AtWork.gradient(t * t, 1)[0];
            double mean = 0; // the averages written as sums over all gradients so far, not as recurrences
            double meanSquare = 0;
            for (int s = 1; s <= t; s++) {
                double earlier = AtWork.gradient(s * s, 1)[0];
                mean += (1 - 0.9) * Math.pow(0.9, t - s) * earlier;
                meanSquare += (1 - 0.99) * Math.pow(0.99, t - s) * earlier * earlier;
            }
            double above = (1 - 0.7) * g + 0.7 * mean / (1 - Math.pow(0.9, t));
            double below = Math.sqrt((1 - 0.8) * g * g + 0.8 * meanSquare / (1 - Math.pow(0.99, t))) + 1e-8;
            assertThat(qhm.update(new double[] {g}, t)[0]).isCloseTo(0.1 * ((1 - 0.7) * g + 0.7 * mean), within(1e-12));
            assertThat(qhAdam.update(new double[] {g}, t)[0]).isCloseTo(0.01 * above / below, within(1e-12));
        }
    }
}
