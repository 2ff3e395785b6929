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
 * Adam in the eigenbasis of Shampoo: gradients of a matrix are turned into the directions in which they vary on their own, scaled
 * there, and turned back; vectors take steps of Adam.
 *
 * @param learningRate step size η
 * @param beta1 decay β₁ of the mean
 * @param beta2 decay β₂ of the mean square
 * @param beta3 decay β₃ of the sides
 * @param epsilon ε, keeps the quotient finite
 * @param every steps k between two turns of the basis
 * @param weightDecay decoupled weight decay c: θ ← θ − ηcθ
 */
@About(
        value = "Adam in Shampoo's eigenbasis",
        family = Family.NEWER,
        equation = "L ← β₃ L + (1−β₃) G Gᵀ, R ← β₃ R + (1−β₃) Gᵀ G;  P, Q their eigenvectors, every k steps the QR "
                + "factors of L P and R Q;  M ← β₁ M + (1−β₁) G;  V ← β₂ V + (1−β₂) (PᵀGQ)²;  N = "
                + "PᵀMQ/(1−β₁ᵗ)/(√(V/(1−β₂ᵗ)) + ε);  W ← W − η P N Qᵀ − ηcW;  vectors: Adam",
        cost = "two vectors and four squares of the sides of each matrix; eight matrix products a matrix and step, "
                + "two QR factorisations every k steps",
        differs = {
            "the authors' code does not move at the first step, and turns the basis after the step rather than "
                    + "before"
        },
        source = "Vyas et al. 2024 (https://arxiv.org/abs/2409.11321), algorithm 3")
public record Soap(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "decay β₃ of the sides", atLeast = 0, below = 1)
        double beta3,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "steps k between two turns of the basis", atLeast = 1)
        int every,

        @Setting(value = "decoupled weight decay c: θ ← θ − ηcθ", atLeast = 0)
        double weightDecay)
        implements Rule {
    public Soap() {
        this(3e-3, 0.95, 0.95, 0.95, 1e-8, 10, 0.01);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.BLOCKS);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v", "left", "right", "leftBasis", "rightBasis");
    }

    @Override
    public Extent extent(String name) {
        return switch (name) {
            case "left", "leftBasis" -> Extent.ROWS_SQUARED;
            case "right", "rightBasis" -> Extent.COLUMNS_SQUARED;
            default -> Extent.PARAMETERS;
        };
    }

    /** How the vectors of the state are called in {@link #state()}, by place. */
    private static final int LEFT = 2;

    private static final int RIGHT = 3;
    private static final int LEFT_BASIS = 4;
    private static final int RIGHT_BASIS = 5;

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        int atLeft = 0;
        int atRight = 0;
        for (Block block : step.blocks()) {
            double[] g = Arrays.copyOfRange(gradient, block.from(), block.to());
            double[] u;
            if (block.matrix()) {
                int rows = block.rows();
                int columns = block.columns();
                double[] p = basis(g, rows, columns, false, state[LEFT], state[LEFT_BASIS], atLeft, step);
                double[] q = basis(g, rows, columns, true, state[RIGHT], state[RIGHT_BASIS], atRight, step);
                u = turned(block, g, p, q, state, step);
                atLeft += rows * rows;
                atRight += columns * columns;
            } else {
                u = divided(mean(block, g, state[0]), g, block, state[1], step);
            }
            for (int i = 0; i < u.length; i++) {
                gradient[block.from() + i] = step.learningRate() * u[i];
            }
        }
    }

    private double[] turned(Block block, double[] g, double[] p, double[] q, double[][] state, Step step) {
        int rows = block.rows();
        int columns = block.columns();
        double[] back = Matrices.transposed(p, rows, rows);
        double[] m = mean(block, g, state[0]);
        double[] there = Matrices.times(Matrices.times(back, g, rows, rows, columns), q, rows, columns, columns);
        double[] meanThere = Matrices.times(Matrices.times(back, m, rows, rows, columns), q, rows, columns, columns);
        double[] n = divided(meanThere, there, block, state[1], step);
        return Matrices.timesTransposed(Matrices.times(p, n, rows, rows, columns), q, rows, columns, columns);
    }

    private double[] mean(Block block, double[] g, double[] m) {
        for (int i = 0; i < g.length; i++) {
            m[block.from() + i] = beta1 * m[block.from() + i] + (1 - beta1) * g[i];
        }
        return Arrays.copyOfRange(m, block.from(), block.to());
    }

    /** A mean over the root of the mean square, both corrected for their start. */
    private double[] divided(double[] mean, double[] g, Block block, double[] v, Step step) {
        double ofMean = 1 - Math.pow(beta1, step.number());
        double ofSquare = 1 - Math.pow(beta2, step.number());
        double[] u = new double[g.length];
        for (int i = 0; i < g.length; i++) {
            int at = block.from() + i;
            v[at] = beta2 * v[at] + (1 - beta2) * g[i] * g[i];
            u[i] = mean[i] / ofMean / (Math.sqrt(v[at] / ofSquare) + epsilon);
        }
        return u;
    }

    /** The basis of one side: eigenvectors at the first step, then turned a little every so many steps. */
    private double[] basis(
            double[] g, int rows, int columns, boolean right, double[] sides, double[] bases, int at, Step step) {
        int size = right ? columns : rows;
        double[] transposed = Matrices.transposed(g, rows, columns);
        double[] product = right
                ? Matrices.times(transposed, g, columns, rows, columns)
                : Matrices.times(g, transposed, rows, columns, rows);
        for (int i = 0; i < product.length; i++) {
            sides[at + i] = beta3 * sides[at + i] + (1 - beta3) * product[i];
        }
        double[] side = Arrays.copyOfRange(sides, at, at + product.length);
        double[] basis = Arrays.copyOfRange(bases, at, at + product.length);
        if (step.number() == 1) {
            basis = Symmetric.of(side, size).vectors();
        } else if ((step.number() - 1) % every == 0) {
            basis = Symmetric.orthonormal(Matrices.times(side, basis, size, size, size), size);
        }
        System.arraycopy(basis, 0, bases, at, basis.length);
        return basis;
    }

    @Override
    public Decay decay() {
        return Decay.decoupled(weightDecay);
    }
}
