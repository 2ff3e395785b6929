package org.converge4j.updater.adaptive;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * Adam repaired: the gradient is divided by the root of the squares before it, not with it, and only then averaged. The first step
 * only looks.
 */
@About(
        value = "Adam that converges at any β₂",
        family = Family.NEWER,
        equation =
                "t = 1: v = g², no step.  Then u = g/max(√v, ε), kept within ±(t−1)^k;  m ← β₁ m + (1−β₁) u;  θ ← θ −"
                        + " η m, or with nesterov θ ← θ − η (β₁ m + (1−β₁) u);  v ← β₂ v + (1−β₂) g²",
        differs = {"no correction of the start", "timm limits u by (t−1)^0.333 by default"},
        source = "Taniguchi et al. 2024 (https://arxiv.org/abs/2411.02853), algorithm 2; optax 0.2.8 adopt")
public record Adopt(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, the least divisor", above = 0) double epsilon,

        @Setting(value = "power k of the limit on u", atLeast = 0)
        double clipPower,

        @Setting("whether u is limited") boolean clipping,

        @Setting("whether to look ahead") boolean nesterov)
        implements Rule {
    public Adopt() {
        this(1e-3, 0.9, 0.9999, 1e-6, 0.25, true, false);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] v = state[1];
        boolean first = step.number() == 1;
        double limit = clipping ? Math.pow(step.number() - 1, clipPower) : Double.POSITIVE_INFINITY;
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            if (first) {
                v[i] = g * g;
                gradient[i] = 0;
                continue;
            }
            double u = Math.max(-limit, Math.min(limit, g / Math.max(Math.sqrt(v[i]), epsilon)));
            m[i] = beta1 * m[i] + (1 - beta1) * u;
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            gradient[i] = step.learningRate() * (nesterov ? beta1 * m[i] + (1 - beta1) * u : m[i]);
        }
    }
}
