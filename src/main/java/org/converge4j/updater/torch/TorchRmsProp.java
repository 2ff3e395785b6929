package org.converge4j.updater.torch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Namesake;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.Updater;

/**
 * PyTorch's RMSprop: the mean square starts at 0; it may be centred, and may feed a velocity.
 *
 * @param learningRate η
 * @param alpha α, decay of the mean square
 * @param epsilon ε, keeps the quotient finite
 * @param weightDecay c of the coupled decay g ← g + cθ
 * @param momentum μ, the share of the velocity that is kept
 * @param centered whether the variance divides instead of the mean square
 */
@About(
        value = "torch.optim.RMSprop",
        family = Family.TORCH,
        equation =
                "c ← α c + (1−α) g²;  u = g/(√c + ε), or centred u = g/(√(c − a²) + ε) with a ← α a + (1−α) g;  b ← μ b + u;  θ ← θ − η b",
        differs = {
            "state start: DL4J's mean square starts at epsilon, torch's at 0",
            "defaults: DL4J steps by 0.1 with rho 0.95, torch by 0.01 with alpha 0.99",
            "DL4J has neither momentum nor centring"
        },
        source =
                "PyTorch 2.13 torch.optim.RMSprop; Tieleman & Hinton 2012 (https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf); centred: Graves 2013 (https://arxiv.org/abs/1308.0850)")
public record TorchRmsProp(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay α of the mean square", atLeast = 0, below = 1)
        double alpha,

        @Setting(value = "ε, keeps the quotient finite", above = 0)
        double epsilon,

        @Setting(value = "coupled weight decay c: g ← g + cθ", atLeast = 0)
        double weightDecay,

        @Setting(value = "share μ of the velocity kept", atLeast = 0, below = 1)
        double momentum,

        @Setting("whether the variance divides instead of the mean square")
        boolean centered)
        implements Rule {
    public TorchRmsProp() {
        this(1e-2, 0.99, 1e-8, 0, 0, false);
    }

    @Override
    public List<String> state() {
        return Stream.of("square", centered ? "mean" : "", momentum > 0 ? "velocity" : "")
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] square = state[0];
        double[] velocity = state[state.length - 1];
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            square[i] = alpha * square[i] + (1 - alpha) * g * g;
            double update = g / (Math.sqrt(centered ? square[i] - squaredMean(g, state[1], i) : square[i]) + epsilon);
            if (momentum > 0) {
                velocity[i] = momentum * velocity[i] + update;
                update = velocity[i];
            }
            gradient[i] = step.learningRate() * update;
        }
    }

    private double squaredMean(double g, double[] mean, int i) {
        mean[i] += (1 - alpha) * (g - mean[i]);
        return mean[i] * mean[i];
    }

    @Override
    public Decay decay() {
        return Decay.coupled(weightDecay);
    }

    @Override
    public Optional<Updater> dl4j() {
        return Namesake.of(this, "rmsProp", Map.of("rho", alpha));
    }

    @Override
    public Optional<Updater> torch() {
        return Optional.of(this);
    }
}
