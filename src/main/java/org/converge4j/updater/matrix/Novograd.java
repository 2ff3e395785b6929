package org.converge4j.updater.matrix;

import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Block;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.algebra.Vectors;

/**
 * Each matrix and vector is divided by the root of one number, a mean of its squared length, and then takes part in a momentum.
 */
@About(
        value = "momentum over layer-wise lengths",
        family = Family.NEWER,
        equation =
                "v ← β₂ v + (1−β₂) |g|² for each matrix and vector, v₁ = |g|²;  m ← β₁ m + g/(√(v + ε₀) + ε) + cθ, m₁"
                        + " without β₁ m;  θ ← θ − η m",
        cost = "a vector, and a number for each matrix and vector",
        differs = {
            "the momentum is a sum, not a mean",
            "timm's defaults are β₁ 0.95, β₂ 0.98, ε 1e-8: 0.3 to 1.4 apart at one rate"
        },
        source = "Ginsburg et al. 2019 (https://arxiv.org/abs/1905.11286), algorithm 1; optax 0.2.8 novograd = timm at"
                + " equal settings")
public record Novograd(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "share β₁ of the sum that is kept", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the squared lengths", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "a further ε, under the root", atLeast = 0)
        double epsilonRoot,

        @Setting(value = "weight decay c, inside the momentum", atLeast = 0)
        double weightDecay)
        implements Rule {
    public Novograd() {
        this(1e-3, 0.9, 0.25, 1e-6, 0, 0);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS, Reads.BLOCKS);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v");
    }

    @Override
    public Extent extent(String name) {
        return switch (name) {
            case "v" -> Extent.BLOCKS;
            default -> Extent.PARAMETERS;
        };
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] theta = step.parameters();
        double[] m = state[0];
        double[] v = state[1];
        boolean first = step.number() == 1;
        int index = 0;
        for (Block block : step.blocks()) {
            double square = Vectors.dot(gradient, gradient, block.from(), block.to());
            v[index] = first ? square : beta2 * v[index] + (1 - beta2) * square;
            double divisor = Math.sqrt(v[index] + epsilonRoot) + epsilon;
            for (int i = block.from(); i < block.to(); i++) {
                double u = gradient[i] / divisor + weightDecay * theta[i];
                m[i] = first ? u : beta1 * m[i] + u;
                gradient[i] = step.learningRate() * m[i];
            }
            index++;
        }
    }

    @Override
    public Decay decay() {
        return Decay.inside(weightDecay);
    }
}
