package org.converge4j.updater.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Block;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.algebra.Matrices;
import org.converge4j.updater.algebra.Symmetric;

/**
 * Gradients of a matrix between the inverse fourth roots of the sums of their squares from either side; vectors take steps of
 * AdaGrad.
 */
@About(
        value = "both sides of every matrix preconditioned",
        family = Family.NEWER,
        equation =
                "matrices: L ← L + G Gᵀ, R ← R + Gᵀ G, both from ε I;  W ← W − η L^(−1/4) G R^(−1/4) − ηcW;  vectors:"
                        + " v ← v + g² from ε;  b ← b − η g/√v − ηcb",
        cost = "four squares of the sides of each matrix, and a vector for biases; two eigenvalue decompositions a "
                + "matrix every so many steps",
        differs = {
            "without the momentum and grafting of later implementations",
            "the paper has a full matrix for vectors, too"
        },
        source = "Gupta et al. 2018 (https://arxiv.org/abs/1802.09568), algorithm 1")
public record Shampoo(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "ε, what the sums start from", above = 0)
        double epsilon,

        @Setting(value = "steps between two computations of the roots", atLeast = 1)
        int every,

        @Setting(value = "decoupled weight decay c: θ ← θ − ηcθ", atLeast = 0)
        double weightDecay)
        implements Rule {
    public Shampoo() {
        this(0.1, 1e-4, 1, 0);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.BLOCKS);
    }

    @Override
    public List<String> state() {
        return List.of("left", "right", "leftRoot", "rightRoot", "squares");
    }

    @Override
    public Extent extent(String name) {
        return switch (name) {
            case "left", "leftRoot" -> Extent.ROWS_SQUARED;
            case "right", "rightRoot" -> Extent.COLUMNS_SQUARED;
            case "squares" -> Extent.VECTORS;
            default -> Extent.PARAMETERS;
        };
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        int atLeft = 0;
        int atRight = 0;
        int atVector = 0;
        for (Block block : step.blocks()) {
            if (block.matrix()) {
                precondition(block, gradient, state, atLeft, atRight, step);
                atLeft += block.rows() * block.rows();
                atRight += block.columns() * block.columns();
            } else {
                divide(block, gradient, state[4], atVector, step);
                atVector += block.size();
            }
        }
    }

    private void precondition(Block block, double[] gradient, double[][] state, int atLeft, int atRight, Step step) {
        int rows = block.rows();
        int columns = block.columns();
        double[] g = Arrays.copyOfRange(gradient, block.from(), block.to());
        double[] transposed = Matrices.transposed(g, rows, columns);
        double[] left =
                side(Matrices.times(g, transposed, rows, columns, rows), rows, state[0], state[2], atLeft, step);
        double[] right =
                side(Matrices.times(transposed, g, columns, rows, columns), columns, state[1], state[3], atRight, step);
        double[] u = Matrices.times(Matrices.times(left, g, rows, rows, columns), right, rows, columns, columns);
        for (int i = 0; i < u.length; i++) {
            gradient[block.from() + i] = step.learningRate() * u[i];
        }
    }

    /** Adds a product to the sum of a side, and gives the inverse fourth root, new or as it was. */
    private double[] side(double[] product, int size, double[] sums, double[] roots, int at, Step step) {
        for (int i = 0; i < product.length; i++) {
            double before = step.number() == 1 ? (i % (size + 1) == 0 ? epsilon : 0) : sums[at + i];
            sums[at + i] = before + product[i];
        }
        if ((step.number() - 1) % every == 0) {
            double[] sum = Arrays.copyOfRange(sums, at, at + product.length);
            double[] root = Symmetric.of(sum, size).power(-0.25, epsilon);
            System.arraycopy(root, 0, roots, at, root.length);
        }
        return Arrays.copyOfRange(roots, at, at + product.length);
    }

    private void divide(Block block, double[] gradient, double[] squares, int at, Step step) {
        for (int i = 0; i < block.size(); i++) {
            double g = gradient[block.from() + i];
            squares[at + i] = (step.number() == 1 ? epsilon : squares[at + i]) + g * g;
            gradient[block.from() + i] = step.learningRate() * g / Math.sqrt(squares[at + i]);
        }
    }

    @Override
    public Decay decay() {
        return Decay.decoupled(weightDecay);
    }
}
