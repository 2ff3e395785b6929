package org.converge4j.updater.adaptive;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * Lion: the sign of an interpolation between momentum and gradient, so every parameter moves by η.
 *
 * @param learningRate η
 * @param beta1 β₁, the share of the momentum in the step
 * @param beta2 β₂, the share of the momentum kept
 * @param weightDecay c of the decoupled decay θ ← θ − ηcθ
 */
@About(
        value = "Lion, evolved sign momentum",
        family = Family.NEWER,
        equation = "θ ← θ − η sign(β₁ m + (1−β₁) g) − ηcθ;  m ← β₂ m + (1−β₂) g",
        source =
                "Chen et al. 2023 (https://arxiv.org/abs/2302.06675), Symbolic Discovery of Optimization Algorithms, algorithm 2")
public record Lion(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "share β₁ of the momentum in the step", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "share β₂ of the momentum kept", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "decoupled weight decay c: θ ← θ − ηcθ", atLeast = 0)
        double weightDecay)
        implements Rule {
    public Lion() {
        this(1e-4, 0.9, 0.99, 0);
    }

    @Override
    public List<String> state() {
        return List.of("m");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            gradient[i] = step.learningRate() * Math.signum(beta1 * m[i] + (1 - beta1) * g);
            m[i] = beta2 * m[i] + (1 - beta2) * g;
        }
    }

    @Override
    public Decay decay() {
        return Decay.decoupled(weightDecay);
    }
}
