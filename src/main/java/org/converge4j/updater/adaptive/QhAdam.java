package org.converge4j.updater.adaptive;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * Quasi-hyperbolic Adam: both means are mixed with what is newest.
 */
@About(
        value = "quasi-hyperbolic Adam",
        family = Family.NEWER,
        equation = "m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²;  θ ← θ − η ((1−ν₁) g + ν₁ m/(1−β₁ᵗ))/(√((1−ν₂) g² + ν₂ "
                + "v/(1−β₂ᵗ)) + ε)",
        differs = {"ν₁ = ν₂ = 1 is Adam; ν₁ = 0 is RMSProp with a corrected start"},
        source = "Ma & Yarats 2019 (https://arxiv.org/abs/1810.06801), section 4")
public record QhAdam(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "share ν₁ of the mean in the step", atLeast = 0, atMost = 1)
        double nu1,

        @Setting(value = "share ν₂ of the mean square in the divisor", atLeast = 0, atMost = 1)
        double nu2,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "decoupled weight decay c: θ ← θ − ηcθ", atLeast = 0)
        double weightDecay)
        implements Rule {
    public QhAdam() {
        this(1e-3, 0.995, 0.999, 0.7, 1.0, 1e-8, 0);
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
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            m[i] = beta1 * m[i] + (1 - beta1) * g;
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            double mean = (1 - nu1) * g + nu1 * m[i] / ofMean;
            double square = (1 - nu2) * g * g + nu2 * v[i] / ofSquare;
            gradient[i] = step.learningRate() * mean / (Math.sqrt(square) + epsilon);
        }
    }

    @Override
    public Decay decay() {
        return Decay.decoupled(weightDecay);
    }
}
