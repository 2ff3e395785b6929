package org.converge4j.updater.adaptive;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * AdaBelief as its paper has it: the step is long where a gradient is near what the mean foretold. The working twin of DL4J's.
 *
 * @param learningRate η
 * @param beta1 β₁, decay of the mean
 * @param beta2 β₂, decay of the variance
 * @param epsilon ε, keeps the quotient finite
 */
@About(
        value = "AdaBelief, as its paper has it",
        family = Family.NEWER,
        equation = "m ← β₁ m + (1−β₁) g;  s ← β₂ s + (1−β₂)(g − m)² + ε;  θ ← θ − η m/(1−β₁ᵗ)/(√(s/(1−β₂ᵗ)) + ε)",
        source = "Zhuang et al. 2020 (https://arxiv.org/abs/2010.07468), AdaBelief Optimizer, algorithm 2")
public record PaperAdaBelief(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the variance", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", above = 0)
        double epsilon)
        implements Rule {
    public PaperAdaBelief() {
        this(1e-3, 0.9, 0.999, 1e-8);
    }

    @Override
    public List<String> state() {
        return List.of("m", "s");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] s = state[1];
        double rate = step.learningRate() / (1 - Math.pow(beta1, step.number()));
        double correction = 1 - Math.pow(beta2, step.number());
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            m[i] = beta1 * m[i] + (1 - beta1) * g;
            s[i] = beta2 * s[i] + (1 - beta2) * (g - m[i]) * (g - m[i]) + epsilon;
            gradient[i] = rate * m[i] / (Math.sqrt(s[i] / correction) + epsilon);
        }
    }
}
