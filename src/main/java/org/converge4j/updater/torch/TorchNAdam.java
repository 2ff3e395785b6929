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
 * PyTorch's NAdam: Nesterov's lookahead in Adam, with a momentum that grows towards β₁.
 *
 * @param learningRate η
 * @param beta1 β₁, decay of the mean
 * @param beta2 β₂, decay of the mean square
 * @param epsilon ε, keeps the quotient finite
 * @param weightDecay c of the coupled decay g ← g + cθ
 * @param momentumDecay ψ, how fast the momentum grows
 */
@About(
        value = "torch.optim.NAdam",
        family = Family.TORCH,
        equation =
                "μₜ = β₁ (1 − 0.96^(tψ)/2);  m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²;  θ ← θ − η (μₜ₊₁ m/(1−μ₁…μₜ₊₁) + (1−μₜ) g/(1−μ₁…μₜ))/(√(v/(1−β₂ᵗ)) + ε)",
        differs = {
            "bias correction: DL4J leaves v uncorrected, so its first step is about 60 times the learning rate",
            "lookahead: torch's momentum follows the schedule of momentumDecay, DL4J's is constant"
        },
        source = "PyTorch 2.13 torch.optim.NAdam; Dozat 2016 (https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ)")
public record TorchNAdam(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", above = 0)
        double epsilon,

        @Setting(value = "coupled weight decay c: g ← g + cθ", atLeast = 0)
        double weightDecay,

        @Setting(value = "ψ, how fast the momentum grows", atLeast = 0)
        double momentumDecay)
        implements Rule {
    public TorchNAdam() {
        this(2e-3, 0.9, 0.999, 1e-8, 0, 4e-3);
    }

    /** A product of momentums below this share no longer changes 1 − product. */
    private static final double VANISHED = 0x1p-60;

    @Override
    public List<String> state() {
        return List.of("m", "v");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] v = state[1];
        double product = momentums(step.number());
        double next = momentum(step.number() + 1);
        double ofGradient = step.learningRate() * (1 - momentum(step.number())) / (1 - product);
        double ofMean = step.learningRate() * next / (1 - product * next);
        double correction = 1 - Math.pow(beta2, step.number());
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            m[i] += (1 - beta1) * (g - m[i]);
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            double root = Math.sqrt(v[i] / correction) + epsilon;
            gradient[i] = ofGradient * g / root + ofMean * m[i] / root;
        }
    }

    private double momentum(int t) {
        return beta1 * (1 - 0.5 * Math.pow(0.96, t * momentumDecay));
    }

    /** μ₁ … μₜ, from the step number alone, so that a restored network goes on as if never interrupted. */
    private double momentums(int t) {
        double product = 1;
        for (int i = 1; i <= t && product > VANISHED; i++) {
            product *= momentum(i);
        }
        return product;
    }

    @Override
    public Decay decay() {
        return Decay.coupled(weightDecay);
    }

    @Override
    public Optional<Updater> dl4j() {
        return Namesake.of(this, "nadam");
    }

    @Override
    public Optional<Updater> torch() {
        return Optional.of(this);
    }
}
