package org.converge4j.updater.elsewhere;

import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Block;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.matrix.Orthogonal;

/** Muon as Keras has it, on matrices of any shape: its momentum is a sum without bias correction. */
@About(
        value = "Muon with a sum for momentum",
        family = Family.NEWER,
        equation =
                "matrices: m ← β m + g;  X = the orthogonal of g + β m;  W ← W − ηcW − η rms √max(outputs, inputs) X;  vectors: AdamW, ε beside the uncorrected root",
        source = "Keras 3.15 Muon")
public record KerasMuon(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β of a matrix's momentum", atLeast = 0, below = 1)
        double beta,

        @Setting(value = "size of an update's components", atLeast = 0)
        double rms,

        @Setting(value = "decay of a vector's mean", atLeast = 0, below = 1)
        double adamBeta1,

        @Setting(value = "decay of a vector's mean square", atLeast = 0, below = 1)
        double adamBeta2,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "decoupled weight decay c: θ ← θ − ηcθ", atLeast = 0)
        double weightDecay)
        implements Rule {
    public KerasMuon() {
        this(0.001, 0.95, 0.2, 0.9, 0.999, 1e-7, 0.004);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.BLOCKS);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        for (Block block : step.blocks()) {
            if (block.matrix()) {
                orthogonal(block, gradient, state[0], step.learningRate());
            } else {
                adam(block, gradient, state, step);
            }
        }
    }

    @Override
    public Decay decay() {
        return Decay.decoupled(weightDecay);
    }

    private void orthogonal(Block block, double[] gradient, double[] m, double rate) {
        double[] n = new double[block.size()];
        for (int i = 0; i < n.length; i++) {
            int at = block.from() + i;
            m[at] = beta * m[at] + gradient[at];
            n[i] = gradient[at] + beta * m[at];
        }
        double[] x = Orthogonal.nearest(n, block.rows(), block.columns(), CLOSE);
        double scale = rms * Math.sqrt(Math.max(block.rows(), block.columns()));
        for (int i = 0; i < n.length; i++) {
            gradient[block.from() + i] = rate * scale * x[i];
        }
    }

    private void adam(Block block, double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] v = state[1];
        int t = step.number();
        double rate = step.learningRate() * Math.sqrt(1 - Math.pow(adamBeta2, t)) / (1 - Math.pow(adamBeta1, t));
        for (int at = block.from(); at < block.to(); at++) {
            double g = gradient[at];
            m[at] += (g - m[at]) * (1 - adamBeta1);
            v[at] += (g * g - v[at]) * (1 - adamBeta2);
            gradient[at] = m[at] * rate / (Math.sqrt(v[at]) + epsilon);
        }
    }

    /** Beside the length that a matrix is divided by, whatever ε is. */
    private static final double CLOSE = 1e-7;
}
