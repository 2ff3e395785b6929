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
 * PyTorch's AdamW: its Adam, and a decay that stays out of the moments.
 *
 * @param learningRate η
 * @param beta1 β₁, decay of the mean
 * @param beta2 β₂, decay of the mean square
 * @param epsilon ε, keeps the quotient finite
 * @param weightDecay c of the decoupled decay θ ← θ − ηcθ
 * @param amsgrad whether the largest mean square so far divides
 */
@About(
        value = "torch.optim.AdamW",
        family = Family.TORCH,
        equation = "θ ← θ − ηcθ;  m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²;  θ ← θ − η m/(1−β₁ᵗ)/(√v/√(1−β₂ᵗ) + ε)",
        differs = {
            "weight decay: DL4J's updaters have none; it belongs to the layer, and weightDecay on the network's builder is applied twice",
            "epsilon: torch adds it to the corrected root, DL4J to the uncorrected one"
        },
        source = "PyTorch 2.13 torch.optim.AdamW; Loshchilov & Hutter 2019 (https://arxiv.org/abs/1711.05101)")
public record TorchAdamW(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", above = 0)
        double epsilon,

        @Setting(value = "decoupled weight decay c: θ ← θ − ηcθ", atLeast = 0)
        double weightDecay,

        @Setting("whether the largest mean square so far divides")
        boolean amsgrad)
        implements Rule {
    public TorchAdamW() {
        this(1e-3, 0.9, 0.999, 1e-8, 1e-2, false);
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
        return Decay.decoupled(weightDecay);
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
