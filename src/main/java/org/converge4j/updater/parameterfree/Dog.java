package org.converge4j.updater.parameterfree;

import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.FindsRate;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.algebra.Vectors;

/**
 * Distance over gradients: the farthest that the parameters have been from the start, over the root of all gradients so far, is
 * the rate.
 */
@About(
        value = "distance over gradients, a rate that it finds itself",
        family = Family.NEWER,
        equation =
                "r ← max(r, |θ−θ₀|);  G ← G + |g|²;  θ ← θ − η r/√(G + ε) g; norms over the whole network, r₁ = first"
                        + " (1 + |θ₀|), or 0 where the first rate is given",
        cost = "a copy of the start",
        differs = {"at its default start it needs tens of steps to begin to move"},
        source = "Ivgi et al. 2023 (https://arxiv.org/abs/2302.12022), section 3; optax 0.2.8 dog")
public record Dog(
        @Setting(value = "factor η on the rate that is found", above = 0)
        double learningRate,

        @Setting(value = "first distance, over 1 + |θ₀|", above = 0)
        double first,

        @Setting(value = "rate of the first step, whose length then is the first distance; 0: not given", atLeast = 0)
        double firstRate,

        @Setting(value = "ε, under the root", atLeast = 0) double epsilon,

        @Setting(value = "coupled weight decay c: g ← g + cθ", atLeast = 0)
        double weightDecay)
        implements Rule, FindsRate {
    public Dog() {
        this(1.0, 1e-6, 0, 1e-8, 0);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS, Reads.ALL);
    }

    @Override
    public List<String> state() {
        return List.of("start", "farthest", "squares");
    }

    @Override
    public Extent extent(String name) {
        return switch (name) {
            case "farthest", "squares" -> Extent.ONE;
            default -> Extent.PARAMETERS;
        };
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] theta = step.parameters();
        double[] start = state[0];
        double square = Vectors.dot(gradient, gradient);
        if (step.number() == 1) {
            System.arraycopy(theta, 0, start, 0, start.length);
            state[1][0] = firstRate == 0 ? first * (1 + Vectors.norm(theta)) : 0;
        }
        state[1][0] = Math.max(state[1][0], Vectors.distance(theta, start));
        state[2][0] += square;
        boolean given = step.number() == 1 && firstRate > 0;
        double rate = step.learningRate() * (given ? firstRate : state[1][0] / Math.sqrt(state[2][0] + epsilon));
        Vectors.scale(gradient, rate);
    }

    @Override
    public double foundRate(double[][] state) {
        return state[1][0] / Math.sqrt(state[2][0] + epsilon);
    }

    @Override
    public Decay decay() {
        return Decay.coupled(weightDecay);
    }
}
