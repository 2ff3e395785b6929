package org.converge4j.updater.adaptive;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * Asynchronous centring: the gradient itself, over the root of its squared distance from the mean, both from the step before.
 */
@About(
        value = "gradients over their spread, a step behind",
        family = Family.NEWER,
        equation =
                "d = g/(√(s/(1−β₂ᵗ⁻¹)) + ε), at t = 1 g/(1 + ε);  s ← β₂ s + (1−β₂)(g − m)² + ε₀;  m ← β₁ m + (1−β₁) "
                        + "g;  θ ← θ − η d − ηcθ",
        source = "Zhuang et al. 2021 (https://arxiv.org/abs/2110.05454), algorithm 2; optax 0.2.8 acprop")
public record Acprop(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the spread", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "ε₀, added to the spread", atLeast = 0)
        double epsilonRoot,

        @Setting(value = "decoupled weight decay c: θ ← θ − ηcθ", atLeast = 0)
        double weightDecay)
        implements Rule {
    public Acprop() {
        this(1e-3, 0.9, 0.999, 1e-16, 1e-16, 0);
    }

    @Override
    public List<String> state() {
        return List.of("m", "s");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] s = state[1];
        boolean first = step.number() == 1;
        double correction = 1 - Math.pow(beta2, step.number() - 1);
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            double d = g / (first ? 1 + epsilon : Math.sqrt(s[i] / correction) + epsilon);
            s[i] = beta2 * s[i] + (1 - beta2) * (g - m[i]) * (g - m[i]) + epsilonRoot;
            m[i] = beta1 * m[i] + (1 - beta1) * g;
            gradient[i] = step.learningRate() * d;
        }
    }

    @Override
    public Decay decay() {
        return Decay.decoupled(weightDecay);
    }
}
