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
 * PyTorch's Adam: bias-corrected, with ε added to the corrected root.
 *
 * @param learningRate η
 * @param beta1 β₁, decay of the mean
 * @param beta2 β₂, decay of the mean square
 * @param epsilon ε, keeps the quotient finite
 * @param weightDecay c of the coupled decay g ← g + cθ
 * @param amsgrad whether the largest mean square so far divides
 */
@About(
        value = "torch.optim.Adam",
        family = Family.TORCH,
        equation = "m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²;  θ ← θ − η m/(1−β₁ᵗ)/(√v/√(1−β₂ᵗ) + ε)",
        differs = {
            "epsilon: torch adds it to the corrected root, DL4J to the uncorrected one, so at t = 1 DL4J's weighs 32 times as much",
            "bias correction: the article has none, so its first step is 3.2 times the learning rate"
        },
        source =
                "PyTorch 2.13 torch.optim.Adam; Kingma & Ba 2015 (https://arxiv.org/abs/1412.6980), algorithm 1; amsgrad: Reddi et al. 2018 (https://arxiv.org/abs/1904.09237)")
public record TorchAdam(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", above = 0)
        double epsilon,

        @Setting(value = "coupled weight decay c: g ← g + cθ", atLeast = 0)
        double weightDecay,

        @Setting("whether the largest mean square so far divides")
        boolean amsgrad)
        implements Rule {
    public TorchAdam() {
        this(1e-3, 0.9, 0.999, 1e-8, 0, false);
    }

    @Override
    public List<String> state() {
        return Moments.state(amsgrad);
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        new Moments(beta1, beta2, epsilon, amsgrad).apply(gradient, state, step);
    }

    @Override
    public Decay decay() {
        return Decay.coupled(weightDecay);
    }

    @Override
    public Optional<Updater> article() {
        return Namesake.of(this, "uncorrectedAdam");
    }

    @Override
    public Optional<Updater> dl4j() {
        return Namesake.of(this, amsgrad ? "amsGrad" : "adam");
    }

    @Override
    public Optional<Updater> torch() {
        return Optional.of(this);
    }
}
