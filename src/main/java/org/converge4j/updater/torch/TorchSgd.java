package org.converge4j.updater.torch;

import java.util.List;
import java.util.Map;
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
 * PyTorch's SGD: the velocity is a plain sum of gradients, and the learning rate stays outside of it. The first velocity is
 * the gradient itself, whatever the dampening.
 *
 * @param learningRate η
 * @param momentum μ, the share of the velocity that is kept
 * @param dampening τ, the share of each new gradient left out of the velocity
 * @param weightDecay c of the coupled decay g ← g + cθ
 * @param nesterov whether to look ahead
 */
@About(
        value = "torch.optim.SGD",
        family = Family.TORCH,
        equation = "b ← μ b + (1−τ) g, b₁ = g₁;  θ ← θ − η b, or with nesterov θ ← θ − η (g + μ b)",
        differs = {
            "lookahead: DL4J's only momentum is Nesterov's, which is this rule with nesterov: true",
            "learning rate: DL4J's velocity contains it, torch's does not; under a schedule the two part",
            "scale: the article's velocity is an average, this one a sum; the article's learning rate is learningRate/(1 - momentum)"
        },
        source =
                "PyTorch 2.13 torch.optim.SGD; Sutskever et al. 2013 (https://proceedings.mlr.press/v28/sutskever13.html)")
public record TorchSgd(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "share μ of the velocity kept", atLeast = 0, below = 1)
        double momentum,

        @Setting(value = "share τ of each new gradient left out of the velocity", atLeast = 0, atMost = 1)
        double dampening,

        @Setting(value = "coupled weight decay c: g ← g + cθ", atLeast = 0)
        double weightDecay,

        @Setting("whether to look ahead; needs momentum, and no dampening")
        boolean nesterov)
        implements Rule {
    public TorchSgd() {
        this(1e-3, 0, 0, 0, false);
    }

    public TorchSgd {
        if (nesterov && (momentum == 0 || dampening != 0)) {
            throw new IllegalArgumentException("nesterov: expected a momentum above 0 and dampening 0, found momentum "
                    + momentum + " and dampening " + dampening + ".");
        }
    }

    @Override
    public List<String> state() {
        return momentum == 0 ? List.of() : List.of("velocity");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double rate = step.learningRate();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = rate * (momentum == 0 ? gradient[i] : direction(gradient[i], state[0], i, step));
        }
    }

    private double direction(double g, double[] velocity, int i, Step step) {
        velocity[i] = step.number() == 1 ? g : momentum * velocity[i] + (1 - dampening) * g;
        return nesterov ? g + momentum * velocity[i] : velocity[i];
    }

    @Override
    public Decay decay() {
        return Decay.coupled(weightDecay);
    }

    @Override
    public Optional<Updater> article() {
        return Namesake.of(
                this, "emaMomentum", Map.of("learningRate", learningRate / (1 - momentum), "beta", momentum));
    }

    @Override
    public Optional<Updater> dl4j() {
        return Namesake.of(this, momentum == 0 ? "sgd" : "nesterovs");
    }

    @Override
    public Optional<Updater> torch() {
        return Optional.of(this);
    }
}
