package org.converge4j.updater.adaptive;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * Adan: Nesterov's lookahead from the difference of successive gradients, in an Adam-like quotient.
 *
 * @param learningRate η
 * @param beta1 β₁, decay of the mean
 * @param beta2 β₂, decay of the mean difference
 * @param beta3 β₃, decay of the mean square
 * @param epsilon ε, keeps the quotient finite
 */
@About(
        value = "Adan, adaptive Nesterov momentum",
        family = Family.NEWER,
        equation =
                "m ← β₁ m + (1−β₁) g;  d = g − g_old;  v ← β₂ v + (1−β₂) d;  n ← β₃ n + (1−β₃)(g + β₂ d)²;  θ ← θ − η (m + β₂ v)/(√n + ε);  m₁ = g₁, v₁ = 0, n₁ = g₁²",
        source =
                "Xie et al. 2022 (https://arxiv.org/abs/2208.06677), Adan, algorithm 1, whose β are one minus these; no weight decay")
public record Adan(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean difference", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "decay β₃ of the mean square", atLeast = 0, below = 1)
        double beta3,

        @Setting(value = "ε, keeps the quotient finite", above = 0)
        double epsilon)
        implements Rule {
    public Adan() {
        this(1e-3, 0.98, 0.92, 0.99, 1e-8);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v", "n", "g");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] v = state[1];
        double[] n = state[2];
        double[] old = state[3];
        boolean first = step.number() == 1;
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            double difference = first ? 0 : g - old[i];
            double ahead = g + beta2 * difference;
            m[i] = first ? g : beta1 * m[i] + (1 - beta1) * g;
            v[i] = beta2 * v[i] + (1 - beta2) * difference;
            n[i] = first ? g * g : beta3 * n[i] + (1 - beta3) * ahead * ahead;
            old[i] = g;
            gradient[i] = step.learningRate() * (m[i] + beta2 * v[i]) / (Math.sqrt(n[i]) + epsilon);
        }
    }
}
