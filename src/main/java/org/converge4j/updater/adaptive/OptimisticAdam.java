package org.converge4j.updater.adaptive;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * Adam that takes its direction twice and the one before back, as games of two players want it.
 */
@About(
        value = "Adam that guesses the next direction",
        family = Family.NEWER,
        equation = "d = m̂/(√(v/(1−β₂ᵗ) + ε₀) + ε), m̂ = β₁ m/(1−β₁ᵗ⁺¹) + (1−β₁) g/(1−β₁ᵗ) with nesterov, else "
                + "m/(1−β₁ᵗ);  θ ← θ − η ((α+β) d − β d₋), d₋ the direction before",
        cost = "three vectors",
        source = "Daskalakis et al. 2018 (https://arxiv.org/abs/1711.00141), algorithm 1; optax 0.2.8 "
                + "optimistic_adam_v2")
public record OptimisticAdam(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "α, the share of the direction", atLeast = 0)
        double alpha,

        @Setting(value = "β, the share of its change", atLeast = 0)
        double beta,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "a further ε, under the root", atLeast = 0)
        double epsilonRoot,

        @Setting("whether the direction is NAdam's") boolean nesterov)
        implements Rule {
    public OptimisticAdam() {
        this(1e-3, 1.0, 1.0, 0.9, 0.999, 1e-8, 0, true);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v", "last");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] v = state[1];
        double[] last = state[2];
        int t = step.number();
        double ofMean = 1 - Math.pow(beta1, t);
        double ofNext = 1 - Math.pow(beta1, t + 1);
        double ofSquare = 1 - Math.pow(beta2, t);
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            m[i] = beta1 * m[i] + (1 - beta1) * g;
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            double mean = nesterov ? beta1 * m[i] / ofNext + (1 - beta1) * g / ofMean : m[i] / ofMean;
            double d = mean / (Math.sqrt(v[i] / ofSquare + epsilonRoot) + epsilon);
            double before = t == 1 ? d : last[i];
            last[i] = d;
            gradient[i] = step.learningRate() * ((alpha + beta) * d - beta * before);
        }
    }
}
