package org.converge4j.updater.adaptive;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * AdEMAMix with one mean: a sum of gradients, and a share of the newest on top.
 */
@About(
        value = "AdEMAMix with one mean",
        family = Family.NEWER,
        equation = "m ← β₁ m + g;  v ← β₂ v + (1−β₂) g²;  θ ← θ − η (m + α g)/(√(v/(1−β₂ᵗ) + ε₀) + ε) − ηcθ",
        differs = {"m is a sum, not a mean: good rates are about 1−β₁ times those of Adam"},
        source = "Morwani et al. 2025 (https://arxiv.org/abs/2502.02431), algorithm 1; optax 0.2.8 simplified_ademamix")
public record SimplifiedAdemamix(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "share β₁ of the sum that is kept", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "share α of the newest gradient", atLeast = 0)
        double alpha,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "a further ε, under the root", atLeast = 0)
        double epsilonRoot,

        @Setting(value = "decoupled weight decay c: θ ← θ − ηcθ", atLeast = 0)
        double weightDecay)
        implements Rule {
    public SimplifiedAdemamix() {
        this(1e-5, 0.99, 0.95, 0.0, 1e-8, 0, 0);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] v = state[1];
        double correction = 1 - Math.pow(beta2, step.number());
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            m[i] = beta1 * m[i] + g;
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            gradient[i] =
                    step.learningRate() * (m[i] + alpha * g) / (Math.sqrt(v[i] / correction + epsilonRoot) + epsilon);
        }
    }

    @Override
    public Decay decay() {
        return Decay.decoupled(weightDecay);
    }
}
