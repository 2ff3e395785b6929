package org.converge4j.updater.elsewhere;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/** Adamax as Keras has it: PyTorch adds ε to the gradient inside the maximum. */
@About(
        value = "Adamax with ε beside the maximum",
        family = Family.NEWER,
        equation = "m ← β₁ m + (1−β₁) g;  u ← max(β₂ u, |g|);  θ ← θ − η/(1−β₁ᵗ) m/(u + ε)",
        source = "Keras 3.15 Adamax")
public record KerasAdamax(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the maximum", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon)
        implements Rule {
    public KerasAdamax() {
        this(0.001, 0.9, 0.999, 1e-7);
    }

    @Override
    public List<String> state() {
        return List.of("m", "u");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] u = state[1];
        double ofMean = 1 - Math.pow(beta1, step.number());
        for (int i = 0; i < m.length; i++) {
            m[i] += (gradient[i] - m[i]) * (1 - beta1);
            u[i] = Math.max(beta2 * u[i], Math.abs(gradient[i]));
            gradient[i] = step.learningRate() * m[i] / (ofMean * (u[i] + epsilon));
        }
    }
}
