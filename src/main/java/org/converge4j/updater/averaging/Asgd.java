package org.converge4j.updater.averaging;

import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.EvaluatedElsewhere;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * Averaged SGD as torch.optim.ASGD: a falling rate, decayed parameters, and an average of them; measured at the average, which
 * PyTorch leaves in its state.
 */
@About(
        value = "torch.optim.ASGD: gradient descent measured at an average",
        family = Family.NEWER,
        equation =
                "θ ← (1−λη) θ − η (g + cθ);  mean ← mean + µ (θ − mean);  then η = η₀/(1+λη₀t)ᵅ, µ = 1/max(1, t−t₀); "
                        + "measured at mean",
        cost = "a copy of the parameters",
        differs = {"with PyTorch's t₀ of a million steps the average is the parameters themselves for a million steps"},
        source = "PyTorch 2.13 torch.optim.ASGD; Polyak & Juditsky 1992 (SIAM J. Control Optim. 30)")
public record Asgd(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay λ of parameters and rate", atLeast = 0)
        double lambda,

        @Setting(value = "power α of the rate's decay", atLeast = 0)
        double power,

        @Setting(value = "step t₀ at which averaging begins", atLeast = 0)
        double start,

        @Setting(value = "coupled weight decay c: g ← g + cθ", atLeast = 0)
        double weightDecay)
        implements Rule, EvaluatedElsewhere {
    public Asgd() {
        this(0.01, 1e-4, 0.75, 1e6, 0);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS);
    }

    @Override
    public List<String> state() {
        return List.of("mean", "started");
    }

    @Override
    public Extent extent(String name) {
        return switch (name) {
            case "started" -> Extent.ONE;
            default -> Extent.PARAMETERS;
        };
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] theta = step.parameters();
        double[] mean = state[0];
        int before = step.number() - 1;
        double rate = step.learningRate() / Math.pow(1 + lambda * step.learningRate() * before, power);
        double share = 1 / Math.max(1, before - start);
        for (int i = 0; i < theta.length; i++) {
            double moved = theta[i] * (1 - lambda * rate) - rate * gradient[i];
            gradient[i] = theta[i] - moved;
            mean[i] = share == 1 ? moved : mean[i] + share * (moved - mean[i]);
        }
        state[1][0] = 1;
    }

    @Override
    public double[] evaluatedAt(double[] parameters, double[][] state) {
        return state[1][0] == 0 ? parameters : state[0];
    }

    @Override
    public Decay decay() {
        return Decay.coupled(weightDecay);
    }
}
