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
        OrthogonalMomentum matrices = new OrthogonalMomentum(beta, nesterov, epsilon, rms, weightDecay);
        VectorAdam vectors = new VectorAdam(adamBeta1, adamBeta2, epsilon, nesterov, adamWeightDecay);
        double rate = step.learningRate() * (adamLearningRate == 0 ? 1 : adamLearningRate / learningRate);
        int at = 0;
        for (Block block : step.blocks()) {
            if (block.matrix()) {
                matrices.apply(block, gradient, state[0], step);
            } else {
                vectors.apply(block, gradient, state[0], state[1], at, step.number(), rate, step.parameters());
                at += block.size();
            }
        }
    }

    @Override
    public Decay decay() {
        return Decay.inside(weightDecay);
    }
}
