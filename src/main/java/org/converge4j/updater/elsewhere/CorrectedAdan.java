package org.converge4j.updater.elsewhere;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/** Adan as optax and timm have it: its paper starts the means at the first gradient. optax looks ahead by 1 − β₂ where timm does by β₂. */
@About(
        value = "Adan with bias correction",
        family = Family.NEWER,
        equation =
                "d = g − g₋ (0 at t = 1);  m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) d;  n ← β₃ n + (1−β₃) (g + k d)²;  θ ← θ − η (m̂ + k v̂)/(√(n̂ + ε₀) + ε)",
        source = "optax 0.2.8 adan; timm 1.0.29 Adan")
public record CorrectedAdan(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean difference", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "decay β₃ of the mean square", atLeast = 0, below = 1)
        double beta3,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "ε₀, under the root", atLeast = 0) double epsilonRoot,

        @Setting(value = "share k of the difference in the step", atLeast = 0, atMost = 1)
        double lookahead)
        implements Rule {
    public CorrectedAdan() {
        this(0.001, 0.98, 0.92, 0.99, 1e-8, 0, 0.92);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v", "n", "last");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] v = state[1];
        double[] n = state[2];
        double[] last = state[3];
        int t = step.number();
        for (int i = 0; i < m.length; i++) {
            double g = gradient[i];
            double d = t == 1 ? 0 : g - last[i];
            last[i] = g;
            m[i] = beta1 * m[i] + (1 - beta1) * g;
            v[i] = beta2 * v[i] + (1 - beta2) * d;
            n[i] = beta3 * n[i] + (1 - beta3) * (g + lookahead * d) * (g + lookahead * d);
            double root = Math.sqrt(n[i] / (1 - Math.pow(beta3, t)) + epsilonRoot);
            double mean = m[i] / (1 - Math.pow(beta1, t)) + lookahead * v[i] / (1 - Math.pow(beta2, t));
            gradient[i] = step.learningRate() * mean / (root + epsilon);
        }
    }
}
