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
 * AdamW on a gradient that is corrected by how it has changed since the step before, which takes noise out of it; vectors take
 * steps of AdamW.
 */
@About(
        value = "AdamW with less noise, from the change of the gradient",
        family = Family.NEWER,
        equation =
                "matrices: k = g + γ β₁/(1−β₁) (g − g₋), k₁ = g, divided by max(1, |k|);  vectors: k = g;  m ← β₁ m +"
                        + " (1−β₁) k;  v ← β₂ v + (1−β₂) k²;  θ ← θ − η (m/(1−β₁ᵗ)/(√v/√(1−β₂ᵗ) + ε) + cθ)",
        cost = "three vectors",
        differs = {"timm takes the gradient as it is at the first step; the paper does not say"},
        source = "Yuan et al. 2024 (https://arxiv.org/abs/2411.10438), algorithm 2; timm 1.0.29 Mars")
public record Mars(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "strength γ of the correction", atLeast = 0)
        double gamma,

        @Setting(value = "decoupled weight decay c: θ ← θ − ηcθ", atLeast = 0)
        double weightDecay,

        @Setting("whether vectors are corrected as matrices are")
        boolean correctVectors,

        @Setting(value = "factor on η for vectors that are not corrected", above = 0)
        double vectorFactor)
        implements Rule {
    public Mars() {
        this(3e-3, 0.9, 0.99, 1e-8, 0.025, 0, false, 1.0);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS, Reads.BLOCKS);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v", "last");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] last = state[2];
        for (Block block : step.blocks()) {
            boolean corrected = block.matrix() || correctVectors;
            boolean changes = corrected && step.number() > 1;
            double[] k = new double[block.size()];
            for (int i = 0; i < k.length; i++) {
                int at = block.from() + i;
                k[i] = gradient[at] + (changes ? gamma * (beta1 / (1 - beta1)) * (gradient[at] - last[at]) : 0);
                last[at] = gradient[at];
            }
            double length = changes ? Math.max(1, Vectors.norm(k)) : 1;
            double rate = step.learningRate() * (corrected ? 1 : vectorFactor);
            adam(block, k, length, rate, gradient, state, step);
        }
    }

    private void adam(Block block, double[] k, double length, double rate, double[] u, double[][] state, Step step) {
        double[] m = state[0];
        double[] v = state[1];
        double ofMean = 1 - Math.pow(beta1, step.number());
        double ofSquare = Math.sqrt(1 - Math.pow(beta2, step.number()));
        for (int i = 0; i < k.length; i++) {
            int at = block.from() + i;
            double g = k[i] / length;
            m[at] = beta1 * m[at] + (1 - beta1) * g;
            v[at] = beta2 * v[at] + (1 - beta2) * g * g;
            double direction = m[at] / ofMean / (Math.sqrt(v[at]) / ofSquare + epsilon);
            u[at] = rate * (direction + weightDecay * step.parameters()[at]);
        }
    }

    @Override
    public Decay decay() {
        return Decay.inside(weightDecay);
    }
}
