package org.converge4j.updater.torch;

import java.util.List;
import java.util.Optional;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Namesake;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.Updater;

/**
 * PyTorch's Adamax: Adam in the maximum norm.
 *
 * @param learningRate η
 * @param beta1 β₁, decay of the mean
 * @param beta2 β₂, decay of the maximum
 * @param epsilon ε, keeps the quotient finite
 * @param weightDecay c of the coupled decay g ← g + cθ
 */
@About(
        value = "torch.optim.Adamax",
        family = Family.TORCH,
        equation = "m ← β₁ m + (1−β₁) g;  w ← max(β₂ w, |g| + ε);  θ ← θ − η/(1−β₁ᵗ) · m/w",
        differs = {
            "epsilon: torch adds it to |g| inside the maximum, DL4J does not use it",
            "defaults: DL4J steps by 0.001, torch by 0.002"
        },
        source = "PyTorch 2.13 torch.optim.Adamax; Kingma & Ba 2015 (https://arxiv.org/abs/1412.6980), algorithm 2")
public record TorchAdamax(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the maximum", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", above = 0)
        double epsilon,

        @Setting(value = "coupled weight decay c: g ← g + cθ", atLeast = 0)
        double weightDecay)
        implements Rule {
    public TorchAdamax() {
        this(2e-3, 0.9, 0.999, 1e-8, 0);
    }

    @Override
    public List<String> state() {
        return List.of("m", "w");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] w = state[1];
        double rate = step.learningRate() / (1 - Math.pow(beta1, step.number()));
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            m[i] += (1 - beta1) * (g - m[i]);
            w[i] = Math.max(beta2 * w[i], Math.abs(g) + epsilon);
            gradient[i] = rate * m[i] / w[i];
        }
    }

    @Override
    public Decay decay() {
        return Decay.coupled(weightDecay);
    }

    @Override
    public Optional<Updater> dl4j() {
        return Namesake.of(this, "adaMax");
    }

    @Override
    public Optional<Updater> torch() {
        return Optional.of(this);
    }
}
