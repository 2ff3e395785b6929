package org.converge4j.updater.elsewhere;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/** Yogi as optax has it: the paper corrects nothing and starts at 0. */
@About(
        value = "Yogi with bias correction",
        family = Family.NEWER,
        equation =
                "m ← β₁ m + (1−β₁) g;  v ← v − (1−β₂) sign(v − g²) g², both from v₀;  θ ← θ − η m/(1−β₁ᵗ)/(√(v/(1−β₂ᵗ)) + ε)",
        source = "optax 0.2.8 yogi")
public record OptaxYogi(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "v₀, m and v at the start", atLeast = 0)
        double first)
        implements Rule {
    public OptaxYogi() {
        this(0.01, 0.9, 0.999, 1e-3, 1e-6);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] v = state[1];
        double ofMean = 1 - Math.pow(beta1, step.number());
        double ofSquare = 1 - Math.pow(beta2, step.number());
        for (int i = 0; i < m.length; i++) {
            double g = gradient[i];
            double square = step.number() == 1 ? first : v[i];
            m[i] = beta1 * (step.number() == 1 ? first : m[i]) + (1 - beta1) * g;
            v[i] = square - (1 - beta2) * Math.signum(square - g * g) * g * g;
            gradient[i] = step.learningRate() * (m[i] / ofMean) / (Math.sqrt(v[i] / ofSquare) + epsilon);
        }
    }
}
