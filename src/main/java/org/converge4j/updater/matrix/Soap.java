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

/**
 * Adam in the eigenbasis of Shampoo: gradients of a matrix are turned into the directions in which they vary on their own, scaled
 * there, and turned back; vectors take steps of Adam. The first gradient serves to find the bases and moves nothing.
 */
@About(
        value = "Adam in Shampoo's eigenbasis",
        family = Family.NEWER,
        equation =
                "M ← β₁ M + (1−β₁) G;  V ← β₂ V + (1−β₂) (PᵀGQ)²;  N = √(1−β₂ᵗ)/(1−β₁ᵗ) PᵀMQ/(√V + ε);  W ← W − η P N Qᵀ"
                        + " − ηcW;  then L ← β₃ L + (1−β₃) G Gᵀ, R ← β₃ R + (1−β₃) Gᵀ G, and every k steps P, Q the QR factors of L P, R"
                        + " Q;  P, Q begin as the eigenvectors of the first G's products, which makes no step and is not counted in t; "
                        + " vectors: Adam",
        cost = "two vectors and four squares of the sides of each matrix; eight matrix products a matrix and step, "
                + "two QR factorisations every k steps",
        differs = {
            "of a matrix that is not square, the longer side's first eigenvectors of value 0 may be any; here they lie along the axes,"
                    + " in the authors' code as rounding has it",
            "directions in which the gradient is rounding alone are divided by ε as all others are: 10⁻¹⁶ η/ε appears there"
        },
        source =
                "Vyas et al. 2024 (https://arxiv.org/abs/2409.11321), algorithms 3 and 4; start, order of vectors and place of"
                        + " ε as in the authors' soap.py")
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
    /** Where vectors of the state are in {@link #state()}. */
    private static final int LEFT = 2;

    private static final int RIGHT = 3;
    private static final int BASES = 2;

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

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        int atLeft = 0;
        int atRight = 0;
        for (Block block : step.blocks()) {
            double[] g = Arrays.copyOfRange(gradient, block.from(), block.to());
            double[] u;
            if (block.matrix()) {
                Eigenbasis left = new Eigenbasis(state[LEFT], state[LEFT + BASES], atLeft, block.rows());
                Eigenbasis right = new Eigenbasis(state[RIGHT], state[RIGHT + BASES], atRight, block.columns());
                u = ofMatrix(block, g, left, right, state, step.number() - 1);
                atLeft += Extent.ROWS_SQUARED.of(block);
                atRight += Extent.COLUMNS_SQUARED.of(block);
            } else {
                u = step.number() == 1
                        ? new double[g.length]
                        : divided(mean(block, g, state[0]), g, block, state[1], step.number() - 1);
            }
            for (int i = 0; i < u.length; i++) {
                gradient[block.from() + i] = step.learningRate() * u[i];
            }
        }
    }

    /** The update of a matrix; then its sides follow, and their bases if it is time. */
    private double[] ofMatrix(Block block, double[] g, Eigenbasis left, Eigenbasis right, double[][] state, int t) {
        double[] u = t == 0 ? new double[g.length] : turned(block, g, left.vectors(), right.vectors(), state, t);
        int rows = block.rows();
        int columns = block.columns();
        double[] transposed = Matrices.transposed(g, rows, columns);
        left.follow(Matrices.times(g, transposed, rows, columns, rows), beta3);
        right.follow(Matrices.times(transposed, g, columns, rows, columns), beta3);
        if (t == 0) {
            left.begin();
            right.begin();
        } else if (t % every == 0) {
            sort(block, state[1], left.turn(), right.turn());
        }
        return u;
    }

    /** The steps of Adam in the bases, turned back. */
    private double[] turned(Block block, double[] g, double[] p, double[] q, double[][] state, int t) {
        int rows = block.rows();
        int columns = block.columns();
        double[] back = Matrices.transposed(p, rows, rows);
        double[] m = mean(block, g, state[0]);
        double[] there = Matrices.times(Matrices.times(back, g, rows, rows, columns), q, rows, columns, columns);
        double[] meanThere = Matrices.times(Matrices.times(back, m, rows, rows, columns), q, rows, columns, columns);
        double[] n = divided(meanThere, there, block, state[1], t);
        return Matrices.timesTransposed(Matrices.times(p, n, rows, rows, columns), q, rows, columns, columns);
    }

    private double[] mean(Block block, double[] g, double[] m) {
        for (int i = 0; i < g.length; i++) {
            m[block.from() + i] = beta1 * m[block.from() + i] + (1 - beta1) * g[i];
        }
        return Arrays.copyOfRange(m, block.from(), block.to());
    }

    /** A mean over the root of the mean square, both corrected for their start. */
    private double[] divided(double[] mean, double[] g, Block block, double[] v, int t) {
        double correction = Math.sqrt(1 - Math.pow(beta2, t)) / (1 - Math.pow(beta1, t));
        double[] u = new double[g.length];
        for (int i = 0; i < g.length; i++) {
            int at = block.from() + i;
            v[at] = beta2 * v[at] + (1 - beta2) * g[i] * g[i];
            u[i] = correction * mean[i] / (Math.sqrt(v[at]) + epsilon);
        }
        return u;
    }

    /** Lets the mean squares follow the vectors that they belong to. */
    private static void sort(Block block, double[] v, int[] rows, int[] columns) {
        double[] before = Arrays.copyOfRange(v, block.from(), block.to());
        for (int i = 0; i < before.length; i++) {
            int row = rows[i / columns.length];
            v[block.from() + i] = before[row * columns.length + columns[i % columns.length]];
        }
    }

    @Override
    public Decay decay() {
        return Decay.decoupled(weightDecay);
    }
}
