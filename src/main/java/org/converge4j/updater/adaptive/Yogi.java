package org.converge4j.updater.adaptive;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * Yogi: Adam whose mean square changes by a step of at most (1−β₂) g², so it cannot collapse when gradients become sparse.
 *
 * @param learningRate η
 * @param beta1 β₁, decay of the mean
 * @param beta2 β₂, decay of the mean square
 * @param epsilon ε, keeps the quotient finite
 */
@About(
        value = "Yogi, Adam with an additive mean square",
        family = Family.NEWER,
        equation = "m ← β₁ m + (1−β₁) g;  v ← v − (1−β₂) sign(v − g²) g²;  θ ← θ − η m/(√v + ε)",
        source =
                "Zaheer et al. 2018 (https://papers.nips.cc/paper/8186-adaptive-methods-for-nonconvex-optimization), Adaptive Methods for Nonconvex Optimization, algorithm 2; no bias correction, v₀ = 0")
public record Yogi(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", above = 0)
        double epsilon)
        implements Rule {
    public Yogi() {
        this(1e-2, 0.9, 0.999, 1e-3);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] v = state[1];
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            m[i] = beta1 * m[i] + (1 - beta1) * g;
            v[i] -= (1 - beta2) * Math.signum(v[i] - g * g) * g * g;
            gradient[i] = step.learningRate() * m[i] / (Math.sqrt(v[i]) + epsilon);
        }
    }
}
