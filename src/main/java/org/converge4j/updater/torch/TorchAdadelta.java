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
 * PyTorch's Adadelta: Zeiler's rule, times a learning rate.
 *
 * @param learningRate η
 * @param rho ρ, decay of both averages
 * @param epsilon ε, keeps the quotient finite
 * @param weightDecay c of the coupled decay g ← g + cθ
 */
@About(
        value = "torch.optim.Adadelta",
        family = Family.TORCH,
        equation = "a ← ρ a + (1−ρ) g²;  u = g √(d + ε)/√(a + ε);  d ← ρ d + (1−ρ) u²;  θ ← θ − η u",
        differs = {"defaults: DL4J has rho 0.95, torch 0.9; torch multiplies by a learning rate, 1 by default"},
        source = "PyTorch 2.13 torch.optim.Adadelta; Zeiler 2012 (https://arxiv.org/abs/1212.5701)")
public record TorchAdadelta(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay ρ of both averages", atLeast = 0, below = 1)
        double rho,

        @Setting(value = "ε, keeps the quotient finite", above = 0)
        double epsilon,

        @Setting(value = "coupled weight decay c: g ← g + cθ", atLeast = 0)
        double weightDecay)
        implements Rule {
    public TorchAdadelta() {
        this(1, 0.9, 1e-6, 0);
    }

    @Override
    public List<String> state() {
        return List.of("square", "updates");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] square = state[0];
        double[] updates = state[1];
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            square[i] = rho * square[i] + (1 - rho) * g * g;
            double update = Math.sqrt(updates[i] + epsilon) / Math.sqrt(square[i] + epsilon) * g;
            updates[i] = rho * updates[i] + (1 - rho) * update * update;
            gradient[i] = step.learningRate() * update;
        }
    }

    @Override
    public Decay decay() {
        return Decay.coupled(weightDecay);
    }

    @Override
    public Optional<Updater> dl4j() {
        return Namesake.of(this, "adaDelta");
    }

    @Override
    public Optional<Updater> torch() {
        return Optional.of(this);
    }
}
