package org.converge4j.updater.elsewhere;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.Block;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.algebra.Vectors;
import org.converge4j.updater.matrix.Orthogonal;

/** Muon as PyTorch has it, in the precision of the gradients: PyTorch itself looks for the orthogonal in 16 bits. */
@About(
        value = "Muon without bias correction, for matrices alone",
        family = Family.NEWER,
        equation = "m ← β m + (1−β) g;  X = the orthogonal of (1−β) g + β m, found in 16 bits there and in 64 here;"
                + "  W ← W − ηcW − η √max(1, outputs/inputs) X;  vectors: refused there, left where they are here",
        source = "PyTorch 2.13 torch.optim.Muon")
public record TorchMuon(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β of the momentum", atLeast = 0, below = 1)
        double beta,

        @Setting(value = "ε, the least length a matrix is divided by", atLeast = 0)
        double epsilon,

        @Setting(value = "decoupled weight decay c of matrices: W ← W − ηcW", atLeast = 0)
        double weightDecay)
        implements Rule {
    public TorchMuon() {
        this(0.001, 0.95, 1e-7, 0.1);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS, Reads.BLOCKS);
    }

    @Override
    public List<String> state() {
        return List.of("m");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        for (Block block : step.blocks()) {
            if (block.matrix()) {
                orthogonal(block, gradient, state[0], step);
            } else {
                Arrays.fill(gradient, block.from(), block.to(), 0);
            }
        }
    }

    private void orthogonal(Block block, double[] gradient, double[] m, Step step) {
        double[] n = new double[block.size()];
        for (int i = 0; i < n.length; i++) {
            int at = block.from() + i;
            m[at] += (1 - beta) * (gradient[at] - m[at]);
            n[i] = gradient[at] + beta * (m[at] - gradient[at]);
        }
        double missing = Math.max(0, epsilon - Vectors.norm(n));
        double[] x = Orthogonal.nearest(n, block.rows(), block.columns(), missing);
        double rate = step.learningRate();
        double scale = rate * Math.sqrt(Math.max(1, (double) block.rows() / block.columns()));
        for (int i = 0; i < n.length; i++) {
            int at = block.from() + i;
            gradient[at] = scale * x[i] + rate * weightDecay * step.parameters()[at];
        }
    }
}
