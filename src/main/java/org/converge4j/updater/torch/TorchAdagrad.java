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
 * PyTorch's Adagrad.
 *
 * @param learningRate η
 * @param learningRateDecay how fast the step size falls with the steps taken
 * @param weightDecay c of the coupled decay g ← g + cθ
 * @param initialAccumulatorValue where the sum of squares starts
 * @param epsilon ε, keeps the quotient finite
 */
@About(
        value = "torch.optim.Adagrad",
        family = Family.TORCH,
        equation = "h ← h + g², h₀ = initialAccumulatorValue;  θ ← θ − η/(1 + (t−1) learningRateDecay) · g/(√h + ε)",
        differs = {
            "state start: DL4J's accumulator starts at 1e-6 whatever epsilon is; initialAccumulatorValue: 1e-6 is the same",
            "defaults: DL4J steps by 0.1 with epsilon 1e-6, torch by 0.01 with epsilon 1e-10"
        },
        source = "PyTorch 2.13 torch.optim.Adagrad; Duchi et al. 2011 (https://jmlr.org/papers/v12/duchi11a.html)")
public record TorchAdagrad(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "how fast the step size falls with the steps taken", atLeast = 0)
        double learningRateDecay,

        @Setting(value = "coupled weight decay c: g ← g + cθ", atLeast = 0)
        double weightDecay,

        @Setting(value = "where the sum of squares starts", atLeast = 0)
        double initialAccumulatorValue,

        @Setting(value = "ε, keeps the quotient finite", above = 0)
        double epsilon)
        implements Rule {
    public TorchAdagrad() {
        this(1e-2, 0, 0, 0, 1e-10);
    }

    @Override
    public List<String> state() {
        return List.of("sum");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] sum = state[0];
        double rate = step.learningRate() / (1 + (step.number() - 1) * learningRateDecay);
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            sum[i] = (step.number() == 1 ? initialAccumulatorValue : sum[i]) + g * g;
            gradient[i] = rate * g / (Math.sqrt(sum[i]) + epsilon);
        }
    }

    @Override
    public Decay decay() {
        return Decay.coupled(weightDecay);
    }

    @Override
    public Optional<Updater> dl4j() {
        return Namesake.of(this, "adaGrad");
    }

    @Override
    public Optional<Updater> torch() {
        return Optional.of(this);
    }
}
