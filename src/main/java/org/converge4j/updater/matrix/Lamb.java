package org.converge4j.updater.matrix;

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
import org.converge4j.updater.algebra.Vectors;

/**
 * Adam whose every matrix and vector moves by a share η of its own length.
 */
@About(
        value = "Adam, scaled layer by layer",
        family = Family.NEWER,
        equation =
                "m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²;  u = m/(1−β₁ᵗ)/(√(v/(1−β₂ᵗ) + ε₀) + ε) + cθ;  θ ← θ − η "
                        + "(|θ|/|u|) u for each matrix and vector, the ratio 1 where a length is 0",
        differs = {
            "the paper passes |θ| through a bounded function; by default no library does",
            "timm clips the gradient at norm 1 and leaves vectors alone by default",
            "a bias that starts at 0 has ratio 1"
        },
        source = "You et al. 2020 (https://arxiv.org/abs/1904.00962), algorithm 2; optax 0.2.8 lamb = Keras = timm "
                + "with always_adapt")
public record Lamb(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "a further ε, under the root", atLeast = 0)
        double epsilonRoot,

        @Setting(value = "weight decay c, inside the ratio: u ← u + cθ", atLeast = 0)
        double weightDecay)
        implements Rule {
    public Lamb() {
        this(1e-3, 0.9, 0.999, 1e-6, 0, 0);
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
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] theta = step.parameters();
        double[] m = state[0];
        double[] v = state[1];
        double ofMean = 1 - Math.pow(beta1, step.number());
        double ofSquare = 1 - Math.pow(beta2, step.number());
        for (int i = 0; i < theta.length; i++) {
            double g = gradient[i];
            m[i] = beta1 * m[i] + (1 - beta1) * g;
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            gradient[i] = m[i] / ofMean / (Math.sqrt(v[i] / ofSquare + epsilonRoot) + epsilon) + weightDecay * theta[i];
        }
        for (Block block : step.blocks()) {
            double length = Vectors.norm(theta, block.from(), block.to());
            double moved = Vectors.norm(gradient, block.from(), block.to());
            double rate = step.learningRate() * (length == 0 || moved == 0 ? 1 : length / moved);
            Vectors.scale(gradient, rate, block.from(), block.to());
        }
    }

    @Override
    public Decay decay() {
        return Decay.inside(weightDecay);
    }
}
