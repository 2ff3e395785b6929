package org.converge4j.updater.adaptive;

import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * Adam with the two steps in the other order: gradients are divided first, and then averaged.
 */
@About(
        value = "Adam that divides before it averages",
        family = Family.NEWER,
        equation = "v ← β₂ v + (1−β₂) g²;  m ← β₁ m + (1−β₁) η g/(√(v/(1−β₂ᵗ)) + ε);  θ ← (θ − m/(1−β₁ᵗ)) (1 − ηc)",
        differs = {"the rate is inside the mean, which averages a schedule, too"},
        source = "Ziyin et al. 2020 (https://arxiv.org/abs/2002.04839), algorithm 1; timm 1.0.29 LaProp")
public record Laprop(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "weight decay c after the step: θ ← θ (1 − ηc)", atLeast = 0)
        double weightDecay)
        implements Rule {
    public Laprop() {
        this(4e-4, 0.9, 0.999, 1e-15, 0);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] theta = weightDecay == 0 ? gradient : step.parameters();
        double[] m = state[0];
        double[] v = state[1];
        double ofMean = 1 - Math.pow(beta1, step.number());
        double ofSquare = 1 - Math.pow(beta2, step.number());
        double kept = 1 - step.learningRate() * weightDecay;
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            m[i] = beta1 * m[i] + (1 - beta1) * step.learningRate() * g / (Math.sqrt(v[i] / ofSquare) + epsilon);
            double u = m[i] / ofMean;
            gradient[i] = weightDecay == 0 ? u : theta[i] - kept * (theta[i] - u);
        }
    }

    @Override
    public Set<Reads> reads() {
        return weightDecay == 0 ? Set.of() : Set.of(Reads.PARAMETERS);
    }

    @Override
    public Decay decay() {
        return Decay.inside(weightDecay);
    }
}
