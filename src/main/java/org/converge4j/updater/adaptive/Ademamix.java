package org.converge4j.updater.adaptive;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * Adam with a second, very slow mean of gradients beside the usual one.
 */
@About(
        value = "Adam with a fast and a very slow mean",
        family = Family.NEWER,
        equation = "m ← β₁ m + (1−β₁) g;  w ← β₃ w + (1−β₃) g;  v ← β₂ v + (1−β₂) g²;  θ ← θ − η (m/(1−β₁ᵗ) + α "
                + "w)/(√(v/(1−β₂ᵗ) + ε₀) + ε) − ηcθ",
        cost = "three vectors",
        differs = {
            "the slow mean is not corrected for its start",
            "α and β₃ are constant; the paper lets both grow over the first steps"
        },
        source = "Pagliardini et al. 2024 (https://arxiv.org/abs/2409.03137), algorithm 1; optax 0.2.8 ademamix")
public record Ademamix(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "decay β₃ of the slow mean", atLeast = 0, below = 1)
        double beta3,

        @Setting(value = "share α of the slow mean", atLeast = 0)
        double alpha,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "a further ε, under the root", atLeast = 0)
        double epsilonRoot,

        @Setting(value = "decoupled weight decay c: θ ← θ − ηcθ", atLeast = 0)
        double weightDecay)
        implements Rule {
    public Ademamix() {
        this(1e-3, 0.9, 0.999, 0.9999, 5.0, 1e-8, 0, 0);
    }

    @Override
    public List<String> state() {
        return List.of("m", "w", "v");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] w = state[1];
        double[] v = state[2];
        double ofMean = 1 - Math.pow(beta1, step.number());
        double ofSquare = 1 - Math.pow(beta2, step.number());
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            m[i] = beta1 * m[i] + (1 - beta1) * g;
            w[i] = beta3 * w[i] + (1 - beta3) * g;
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            gradient[i] = step.learningRate()
                    * (m[i] / ofMean + alpha * w[i])
                    / (Math.sqrt(v[i] / ofSquare + epsilonRoot) + epsilon);
        }
    }

    @Override
    public Decay decay() {
        return Decay.decoupled(weightDecay);
    }
}
