package org.converge4j.updater.torch;

import java.util.List;
import java.util.Optional;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.Updater;

/**
 * PyTorch's RAdam: Adam that is rectified for the variance of its early steps, and takes plain momentum steps while that
 * variance is unbounded.
 *
 * @param learningRate η
 * @param beta1 β₁, decay of the mean
 * @param beta2 β₂, decay of the mean square
 * @param epsilon ε, keeps the quotient finite
 * @param weightDecay c of the coupled decay g ← g + cθ
 */
@About(
        value = "torch.optim.RAdam",
        family = Family.TORCH,
        equation =
                "m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²;  ρₜ = ρ − 2tβ₂ᵗ/(1−β₂ᵗ), ρ = 2/(1−β₂) − 1;  θ ← θ − η m/(1−β₁ᵗ) · r √(1−β₂ᵗ)/(√v + ε) if ρₜ > 5, else θ ← θ − η m/(1−β₁ᵗ);  r² = (ρₜ−4)(ρₜ−2)ρ/((ρ−4)(ρ−2)ρₜ)",
        source = "PyTorch 2.13 torch.optim.RAdam; Liu et al. 2020 (https://arxiv.org/abs/1908.03265)")
public record TorchRAdam(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", above = 0)
        double epsilon,

        @Setting(value = "coupled weight decay c: g ← g + cθ", atLeast = 0)
        double weightDecay)
        implements Rule {
    public TorchRAdam() {
        this(1e-3, 0.9, 0.999, 1e-8, 0);
    }

    /** Where the variance of the adaptive step becomes finite, as PyTorch has it. */
    private static final double TRACTABLE = 5;

    @Override
    public List<String> state() {
        return List.of("m", "v");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] v = state[1];
        double rate = step.learningRate() / (1 - Math.pow(beta1, step.number()));
        double rectified = rectification(step.number()) * Math.sqrt(1 - Math.pow(beta2, step.number()));
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            m[i] += (1 - beta1) * (g - m[i]);
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            gradient[i] = rate * m[i] * (rectified > 0 ? rectified / (Math.sqrt(v[i]) + epsilon) : 1);
        }
    }

    /** r, or 0 while the variance is unbounded. */
    private double rectification(int t) {
        double last = 2 / (1 - beta2) - 1;
        double power = Math.pow(beta2, t);
        double now = last - 2 * t * power / (1 - power);
        return now > TRACTABLE ? Math.sqrt((now - 4) * (now - 2) * last / ((last - 4) * (last - 2) * now)) : 0;
    }

    @Override
    public Decay decay() {
        return Decay.coupled(weightDecay);
    }

    @Override
    public Optional<Updater> torch() {
        return Optional.of(this);
    }
}
