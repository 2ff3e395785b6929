package org.converge4j.updater.matrix;

import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Block;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.algebra.Vectors;

/**
 * Momentum whose every matrix and vector moves by a share of its own length, whatever the gradient's.
 */
@About(
        value = "momentum, scaled layer by layer",
        family = Family.NEWER,
        equation =
                "u = g + cθ;  b ← µ b + η k |θ|/(|u| + ε) u for each matrix and vector, the ratio 1 where a length is"
                        + " 0;  θ ← θ − b, or with nesterov θ ← θ − (η k … u + µ b)",
        differs = {
            "optax takes the rate into the velocity, timm leaves it outside: the same at a constant rate",
            "the paper divides by |g| + c|θ|, optax by |g + cθ|: the same without decay"
        },
        source = "You et al. 2017 (https://arxiv.org/abs/1708.03888), algorithm 1; optax 0.2.8 lars")
public record Lars(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "share µ of the velocity kept", atLeast = 0, below = 1)
        double momentum,

        @Setting(value = "trust coefficient k", above = 0) double trust,

        @Setting(value = "ε, beside |u|", atLeast = 0) double epsilon,

        @Setting(value = "coupled weight decay c: g ← g + cθ", atLeast = 0)
        double weightDecay,

        @Setting("whether to look ahead") boolean nesterov)
        implements Rule {
    public Lars() {
        this(1.0, 0.9, 1e-3, 0, 0, false);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS, Reads.BLOCKS);
    }

    @Override
    public List<String> state() {
        return List.of("velocity");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] theta = step.parameters();
        double[] velocity = state[0];
        for (Block block : step.blocks()) {
            double length = Vectors.norm(theta, block.from(), block.to());
            double slope = Vectors.norm(gradient, block.from(), block.to());
            double ratio = length == 0 || slope == 0 ? 1 : trust * length / (slope + epsilon);
            for (int i = block.from(); i < block.to(); i++) {
                double u = step.learningRate() * ratio * gradient[i];
                velocity[i] = momentum * velocity[i] + u;
                gradient[i] = nesterov ? u + momentum * velocity[i] : velocity[i];
            }
        }
    }

    @Override
    public Decay decay() {
        return Decay.coupled(weightDecay);
    }
}
