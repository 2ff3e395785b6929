package org.converge4j.updater.matrix;

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

/**
 * Momentum whose every matrix is made nearly orthogonal before it is subtracted, so that no direction of a layer outweighs the
 * others; vectors take steps of Adam.
 *
 * @param learningRate step size η
 * @param beta decay β of a matrix's momentum
 * @param nesterov whether to look ahead
 * @param epsilon ε, keeps the quotient finite
 * @param rms size of an update's components that matrices are scaled to, as by AdamW; 0: the scale of the first paper
 * @param weightDecay decoupled weight decay c of matrices
 * @param adamLearningRate step size of vectors; 0: η
 * @param adamBeta1 decay of a vector's mean
 * @param adamBeta2 decay of a vector's mean square
 * @param adamWeightDecay decoupled weight decay of vectors
 */
@About(
        value = "momentum with orthogonal matrices; AdamW for biases and other vectors",
        family = Family.NEWER,
        equation = "matrices: m ← β m + (1−β) g;  n = β m/(1−βᵗ⁺¹) + (1−β) g/(1−βᵗ) with nesterov, else m/(1−βᵗ);  X = "
                + "n/(|n| + ε), five times A = XXᵀ, X ← 3.4445 X + (2.0315 A² − 4.775 A) X;  W ← W − η (s X + c W), s ="
                + " √max(1, outputs/inputs), or rms √max(outputs, inputs);  vectors: AdamW, NAdam's mean with nesterov",
        cost = "a vector, and one for biases; 15 small matrix products a layer and step",
        differs = {
            "torch and timm orthogonalise in 16 bits: 4e-3 to 5e-2 apart after 50 steps",
            "Keras scales by rms = 0.2 and decays by default",
            "singular values end between 0.68 and 1.20, not at 1"
        },
        source = "Jordan et al. 2024 (https://kellerjordan.github.io/posts/muon/); Liu et al. 2025 "
                + "(https://arxiv.org/abs/2502.16982) for rms; optax 0.2.8 muon")
public record Muon(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β of a matrix's momentum", atLeast = 0, below = 1)
        double beta,

        @Setting("whether to look ahead") boolean nesterov,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(
                value = "size of an update's components that matrices are scaled to, as by AdamW; 0: the scale of the"
                        + " first paper",
                atLeast = 0)
        double rms,

        @Setting(value = "decoupled weight decay c of matrices", atLeast = 0)
        double weightDecay,

        @Setting(value = "step size of vectors; 0: η", atLeast = 0)
        double adamLearningRate,

        @Setting(value = "decay of a vector's mean", atLeast = 0, below = 1)
        double adamBeta1,

        @Setting(value = "decay of a vector's mean square", atLeast = 0, below = 1)
        double adamBeta2,

        @Setting(value = "decoupled weight decay of vectors", atLeast = 0)
        double adamWeightDecay)
        implements Rule {
    public Muon() {
        this(0.02, 0.95, true, 1e-8, 0, 0, 0, 0.9, 0.999, 0);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS, Reads.BLOCKS);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v");
    }

    @Override
    public Extent extent(String name) {
        return switch (name) {
            case "v" -> Extent.VECTORS;
            default -> Extent.PARAMETERS;
        };
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        int atVector = 0;
        for (Block block : step.blocks()) {
            if (block.matrix()) {
                orthogonal(block, gradient, state[0], step);
            } else {
                adam(block, gradient, state, atVector, step);
                atVector += block.size();
            }
        }
    }

    private void orthogonal(Block block, double[] gradient, double[] m, Step step) {
        double ofNow = 1 - Math.pow(beta, step.number());
        double ofNext = 1 - Math.pow(beta, step.number() + 1);
        double[] n = new double[block.size()];
        for (int i = 0; i < n.length; i++) {
            int at = block.from() + i;
            double g = gradient[at];
            m[at] = beta * m[at] + (1 - beta) * g;
            n[i] = nesterov ? beta * m[at] / ofNext + (1 - beta) * g / ofNow : m[at] / ofNow;
        }
        double[] x = Orthogonal.nearest(n, block.rows(), block.columns(), epsilon);
        double scale = rms == 0
                ? Math.sqrt(Math.max(1, (double) block.rows() / block.columns()))
                : rms * Math.sqrt(Math.max(block.rows(), block.columns()));
        for (int i = 0; i < n.length; i++) {
            int at = block.from() + i;
            gradient[at] = step.learningRate() * (scale * x[i] + weightDecay * step.parameters()[at]);
        }
    }

    private void adam(Block block, double[] gradient, double[][] state, int atVector, Step step) {
        double[] m = state[0];
        double[] v = state[1];
        int t = step.number();
        double ofMean = 1 - Math.pow(adamBeta1, t);
        double ofNext = 1 - Math.pow(adamBeta1, t + 1);
        double ofSquare = 1 - Math.pow(adamBeta2, t);
        double rate = step.learningRate() * (adamLearningRate == 0 ? 1 : adamLearningRate / learningRate);
        for (int at = block.from(), i = atVector; at < block.to(); at++, i++) {
            double g = gradient[at];
            m[at] = adamBeta1 * m[at] + (1 - adamBeta1) * g;
            v[i] = adamBeta2 * v[i] + (1 - adamBeta2) * g * g;
            double mean = nesterov ? adamBeta1 * m[at] / ofNext + (1 - adamBeta1) * g / ofMean : m[at] / ofMean;
            double direction = mean / (Math.sqrt(v[i] / ofSquare) + epsilon);
            gradient[at] = rate * (direction + adamWeightDecay * step.parameters()[at]);
        }
    }

    @Override
    public Decay decay() {
        return Decay.inside(weightDecay);
    }
}
